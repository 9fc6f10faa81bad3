package cn.bishui.enforcement.todo.jdbc;

import static java.util.Objects.requireNonNull;

import cn.bishui.enforcement.todo.Unfinished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
    public List<Matter> matters() {
        return jdbc.sql("""
                        select c.id as clue, c.number, c.unit_name, c.outlet, c.outlet_name, c.due, c.state,
                            c.sent_back_at is not null as sent_back, c.proposed_by,
                            k.state as card_state, k.drafted_by
                        from clue c left join yellow_card k on k.clue = c.id
                        where c.state in ('open', 'proposed')
                            or c.state = 'filed' and k.state in ('proposed', 'drafted', 'returned')
                        order by c.due, c.number""").query((row, _) -> matter(row)).list();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                requireNonNull(row.getObject("clue", UUID.class)),
                text(row, "number"),
                text(row, "unit_name"),
                text(row, "outlet"),
                text(row, "outlet_name"),
                requireNonNull(row.getObject("due", LocalDate.class)),
                text(row, "state"),
                row.getBoolean("sent_back"),
                row.getString("proposed_by"),
                row.getString("card_state"),
                row.getString("drafted_by"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }
}
