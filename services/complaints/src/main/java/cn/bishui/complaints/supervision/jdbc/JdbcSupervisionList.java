package cn.bishui.complaints.supervision.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.supervision.SupervisionList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joins what supervisors did with the complaints it is about; a bureau sees only what it works on. */
@Repository
class JdbcSupervisionList implements SupervisionList {

    private static final String SEEN = " exists (select from party p where p.complaint = c.id and p.bureau = :sight)";

    private static final String URGED = """
            select u.id, c.number, c.address, u.bureau, u.words, u.at, u.answer, u.answered_at
            from urging u join complaint c on c.id = u.complaint""";

    private static final String SUPERVISED = """
            select s.id, c.number, c.address, c.state, c.bureau, s.reason, s.demand, s.due, s.at, s.outcome, s.closed_at
            from supervision s join complaint c on c.id = s.complaint""";

    private static final String TO_CALL = """
            select b.id, b.month, c.number, c.address, c.bureau, c.answered_at, b.outcome, b.words, b.called_at
            from call_back b join complaint c on c.id = b.complaint""";

    private final JdbcClient jdbc;
    private final Lists lists;

    JdbcSupervisionList(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public Listing<Urged> urgings(Sight sight, ListRequest request) {
        return lists.page(
                new ListQuery<>(
                        URGED + seen(sight),
                        values(sight),
                        Map.of("at", "u.at"),
                        "u.answered_at is not null, u.at desc, u.id",
                        JdbcSupervisionList::urged),
                request);
    }

    @Override
    public Listing<Supervised> supervisions(Sight sight, ListRequest request) {
        return lists.page(supervised(sight), request);
    }

    @Override
    public void eachSupervision(Sight sight, Consumer<Supervised> reader) {
        lists.each(supervised(sight), ListRequest.first(), reader);
    }

    private static ListQuery<Supervised> supervised(Sight sight) {
        return new ListQuery<>(
                SUPERVISED + seen(sight),
                values(sight),
                Map.of("due", "s.due", "number", "c.number"),
                "s.closed_at is not null, s.due, s.id",
                JdbcSupervisionList::supervisedRow);
    }

    @Override
    public List<ToCall> calls(YearMonth month) {
        return jdbc.sql(TO_CALL + " where b.month = :month order by b.place")
                .param("month", month.atDay(1))
                .query((row, _) -> toCall(row))
                .list();
    }

    @Override
    public List<Month> months(int most) {
        return jdbc.sql("""
                        select m.month, count(b.id) as drawn, count(b.called_at) as called,
                               count(*) filter (where b.outcome = 'satisfied') as satisfied,
                               count(*) filter (where b.outcome = 'unreachable') as unreachable
                        from (select * from call_back_month order by month desc limit :most) m
                        left join call_back b on b.month = m.month
                        group by m.month order by m.month desc""")
                .param("most", most)
                .query((row, _) -> new Month(
                        YearMonth.from(day(row, "month")),
                        row.getInt("drawn"),
                        row.getInt("called"),
                        row.getInt("satisfied"),
                        row.getInt("unreachable")))
                .list();
    }

    @Override
    public Waiting<Urged> unanswered(String bureau, Sight sight, int most) {
        String seen = seen(sight);
        Map<String, @Nullable Object> values = values(sight);
        values.put("bureau", bureau);
        return waiting(
                URGED + (seen.isEmpty() ? " where" : seen + " and") + " u.answered_at is null and u.bureau = :bureau",
                " order by u.at, u.id",
                values,
                most,
                (row, _) -> urged(row));
    }

    @Override
    public Waiting<Supervised> open(Sight sight, int most) {
        String seen = seen(sight);
        return waiting(
                SUPERVISED + (seen.isEmpty() ? " where" : seen + " and") + " s.closed_at is null",
                " order by s.due, s.id",
                values(sight),
                most,
                (row, _) -> supervisedRow(row));
    }

    @Override
    public Waiting<ToCall> uncalled(int most) {
        return waiting(
                TO_CALL + " where b.called_at is null",
                " order by b.month, b.place",
                Map.of(),
                most,
                (row, _) -> toCall(row));
    }

    private <R> Waiting<R> waiting(String select, String order, Map<String, ?> values, int most, RowMapper<R> mapper) {
        List<R> rows = jdbc.sql(select + order + " limit :most")
                .params(values)
                .param("most", most)
                .query(mapper)
                .list();
        if (rows.size() < most) {
            return new Waiting<>(rows, rows.size());
        }
        long total = jdbc.sql("select count(*) from (" + select + " limit " + COUNTED + ") counted")
                .params(values)
                .query((row, _) -> row.getLong(1))
                .single();
        return new Waiting<>(rows, total);
    }

    private static String seen(Sight sight) {
        return sight.bureau() == null ? "" : " where" + SEEN;
    }

    private static Map<String, @Nullable Object> values(Sight sight) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("sight", sight.bureau());
        return values;
    }

    private static Urged urged(ResultSet row) throws SQLException {
        return new Urged(
                uuid(row, "id"),
                text(row, "number"),
                text(row, "address"),
                text(row, "bureau"),
                text(row, "words"),
                instant(row, "at"),
                row.getString("answer"),
                instantOrNull(row, "answered_at"));
    }

    private static Supervised supervisedRow(ResultSet row) throws SQLException {
        return new Supervised(
                uuid(row, "id"),
                text(row, "number"),
                text(row, "address"),
                text(row, "state"),
                row.getString("bureau"),
                text(row, "reason"),
                text(row, "demand"),
                day(row, "due"),
                instant(row, "at"),
                row.getString("outcome"),
                instantOrNull(row, "closed_at"));
    }

    private static ToCall toCall(ResultSet row) throws SQLException {
        return new ToCall(
                uuid(row, "id"),
                YearMonth.from(day(row, "month")),
                text(row, "number"),
                text(row, "address"),
                row.getString("bureau"),
                instantOrNull(row, "answered_at"),
                row.getString("outcome"),
                row.getString("words"),
                instantOrNull(row, "called_at"));
    }
}
