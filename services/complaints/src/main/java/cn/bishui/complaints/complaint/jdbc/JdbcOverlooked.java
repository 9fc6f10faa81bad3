package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.Overlooked;
import cn.bishui.complaints.complaint.Unfinished;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads no more rows than are shown, and counts no further than anybody cares. */
@Repository
class JdbcOverlooked implements Overlooked {

    private static final String UNTOLD = """
            from (select complaint, min(created_at) as since from notice where done_at is null and created_at < :before
                  group by complaint) w join complaint c on c.id = w.complaint
            """;

    private static final String ADDED = """
            from addition w join complaint c on c.id = w.complaint
            where c.bureau = :bureau
            """;

    private final JdbcClient jdbc;

    JdbcOverlooked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Unfinished.Waiting untold(Instant before, int most) {
        return waiting(UNTOLD, Map.of("before", Timestamp.from(before)), most);
    }

    @Override
    public Unfinished.Waiting addedAtTheHotline(int most) {
        return waiting(
                "from addition w join complaint c on c.id = w.complaint where c.bureau is null ", Map.of(), most);
    }

    @Override
    public Unfinished.Waiting addedFor(String bureau, int most) {
        return waiting(ADDED, Map.of("bureau", bureau), most);
    }

    private Unfinished.Waiting waiting(String from, Map<String, ?> values, int most) {
        List<Unfinished.Task> rows = jdbc.sql("select c.number, c.state, c.address, c.urgent, c.handler " + from
                        + " order by w.since, c.id limit :most")
                .params(values)
                .param("most", most)
                .query((row, _) -> new Unfinished.Task(
                        text(row, "number"),
                        text(row, "state"),
                        text(row, "address"),
                        row.getBoolean("urgent"),
                        row.getString("handler"),
                        false,
                        null))
                .list();
        long total = rows.size() < most
                ? rows.size()
                : jdbc.sql("select count(*) from (select 1 " + from + " limit " + ComplaintList.COUNTED + ") c")
                        .params(values)
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new Unfinished.Waiting(rows, total);
    }
}
