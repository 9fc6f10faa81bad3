package cn.bishui.enforcement.todo.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.enforcement.todo.Unfinished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads clues that are not decided, and decided ones whose card is not signed. */
@Repository
class JdbcUnfinished implements Unfinished {

    private final JdbcClient jdbc;

    JdbcUnfinished(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Pressing forInspector(int most) {
        return pressing("k.state in ('proposed', 'returned') or c.state = 'open'", Map.of("most", most));
    }

    @Override
    public Pressing forHead(String username, LocalDate today, int most) {
        return pressing("""
                k.state = 'drafted' and k.drafted_by <> :username
                or c.state = 'proposed' and c.proposed_by <> :username
                or c.state = 'open' and c.due < :today""", Map.of("username", username, "today", today, "most", most));
    }

    /** A clue on which a case is filed has no clock any more: its card comes last. */
    private Pressing pressing(String whose, Map<String, ?> parameters) {
        String unfinished = """
                from clue c left join yellow_card k on k.clue = c.id
                where (c.state in ('open', 'proposed')
                    or c.state = 'filed' and k.state in ('proposed', 'drafted', 'returned'))
                    and (%s)
                """.formatted(whose);
        return new Pressing(
                jdbc.sql("""
                                select c.id as clue, c.number, c.unit_name, c.outlet, c.outlet_name, c.acts > 0 as reported,
                                    exists (select from exceedance e join exceedance_correction x on x.exceedance = e.id
                                        where e.clue = c.id and not x.stands) as fallen,
                                    c.due, c.state,
                                    c.sent_back_at is not null as sent_back, c.proposed_by,
                                    k.state as card_state, k.drafted_by
                                """ + unfinished + "order by c.state = 'filed', c.due, c.number limit :most")
                        .params(parameters)
                        .query((row, _) -> matter(row))
                        .list(),
                jdbc.sql("select count(*) " + unfinished)
                        .params(parameters)
                        .query(Long.class)
                        .single());
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                uuid(row, "clue"),
                text(row, "number"),
                text(row, "unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                row.getBoolean("reported"),
                row.getBoolean("fallen"),
                day(row, "due"),
                text(row, "state"),
                row.getBoolean("sent_back"),
                row.getString("proposed_by"),
                row.getString("card_state"),
                row.getString("drafted_by"));
    }
}
