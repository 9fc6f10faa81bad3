package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.complaint.Unfinished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads no more rows than are shown, and counts no further than anybody cares. */
@Repository
class JdbcUnfinished implements Unfinished {

    private static final String WAITING = """
            from complaint c
            where c.state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted', 'reexamining', 'reviewing')
              and (cast(:bureau as text) is null
                   or exists (select from party p where p.complaint = c.id and p.bureau = :bureau and p.open))
            """;

    private final JdbcClient jdbc;

    JdbcUnfinished(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Waiting in(List<String> states, Sight sight, @Nullable String handler, int most) {
        String from = WAITING + """
                and c.state = any (:states)
                and (cast(:bureau as text) is null or c.bureau = :bureau)
                and (cast(:handler as text) is null or c.handler is null or c.handler = :handler)
                """;
        Map<String, @Nullable Object> values = values(sight, Map.of("states", states.toArray(String[]::new)));
        values.put("handler", handler);
        return waiting(from, values, most);
    }

    @Override
    public Waiting joint(Sight sight, int most) {
        String from = WAITING + " and c.state in ('assigned', 'investigating') and c.bureau <> :bureau";
        return waiting(from, values(sight, Map.of()), most);
    }

    @Override
    public Waiting escalated(String tells, Sight sight, Instant now, int most) {
        // a clock that was started again is not late because the one before it was
        String from = """
                from complaint c
                where c.id in (select k.complaint from complaint_clock k
                               join reminder r on r.complaint = k.complaint and r.clock = k.clock and r.at > k.event
                               where k.stopped_at is null and k.due < :now and r.tells = :tells and r.kind = 'overdue')
                  and (cast(:bureau as text) is null
                       or exists (select from party p where p.complaint = c.id and p.bureau = :bureau)
                       or (:unassigned and c.bureau is null))
                """;
        Map<String, @Nullable Object> values = values(sight, Map.of("tells", tells));
        values.put("now", Timestamp.from(now));
        values.put("unassigned", sight.unassigned());
        return waiting(from, values, most);
    }

    @Override
    public Waiting urgent(int most) {
        return waiting(WAITING + " and c.state = 'accepted' and c.urgent", values(Sight.ALL, Map.of()), most);
    }

    @Override
    public Waiting timeWanted(Sight sight, int most) {
        String from = WAITING + """
                and c.state = 'investigating' and c.parts like '%"wanted":{%'
                and (cast(:bureau as text) is null or c.bureau = :bureau)
                """;
        return waiting(from, values(sight, Map.of()), most);
    }

    @Override
    public Waiting notices(int most) {
        List<Task> rows =
                jdbc.sql("""
                        select c.number, 'notice-' || n.kind as what, c.address, c.urgent, c.handler, false as wanted, c.due
                        from notice n join complaint c on c.id = n.complaint
                        where n.done_at is null order by n.created_at limit :most""").param("most", most).query((row, _) -> task(row)).list();
        long total = rows.size() < most
                ? rows.size()
                : jdbc.sql("select count(*) from (select from notice where done_at is null limit "
                                + ComplaintList.COUNTED + ") n")
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Waiting(rows, total);
    }

    private static Map<String, @Nullable Object> values(Sight sight, Map<String, Object> others) {
        Map<String, @Nullable Object> values = new HashMap<>(others);
        values.put("bureau", sight.bureau());
        return values;
    }

    private Waiting waiting(String from, Map<String, @Nullable Object> values, int most) {
        List<Task> rows = jdbc.sql("""
                        select c.number, c.state as what, c.address, c.urgent, c.handler,
                               c.parts like '%"wanted":{%' as wanted, c.due
                        """ + from + " order by c.urgent desc, c.due nulls last, c.id limit :most")
                .params(values)
                .param("most", most)
                .query((row, _) -> task(row))
                .list();
        long total = rows.size() < most
                ? rows.size()
                : jdbc.sql("select count(*) from (select 1 " + from + " limit " + ComplaintList.COUNTED + ") c")
                        .params(values)
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Waiting(rows, total);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                text(row, "number"),
                text(row, "what"),
                text(row, "address"),
                row.getBoolean("urgent"),
                row.getString("handler"),
                row.getBoolean("wanted"),
                instantOrNull(row, "due"));
    }
}
