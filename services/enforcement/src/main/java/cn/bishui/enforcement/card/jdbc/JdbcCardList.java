package cn.bishui.enforcement.card.jdbc;

import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.enforcement.card.CardList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Repository;

/** The list of yellow cards with what it shows of their clues. */
@Repository
class JdbcCardList implements CardList {

    private static final String FROM = " from yellow_card k join clue c on c.id = k.clue";

    private static final String COLUMNS = """
            select k.clue, c.number as clue_number, k.number, k.state, c.unit, c.unit_name, c.outlet, c.outlet_name,
                k.measure, k.reason, k.shown_on""";

    private static final Map<String, String> SORTS = Map.of(
            "number", "k.signed_at",
            "clue", "c.opened_at",
            "unit", "c.unit_name",
            "state", "k.state",
            "shown", "k.shown_on");

    /** What waits first, the oldest on top; then what was shown last. */
    private static final String OWN_ORDER =
            "k.state not in ('proposed', 'drafted', 'returned'), k.signed_at desc nulls last, c.opened_at, c.number";

    private final Lists lists;

    JdbcCardList(Lists lists) {
        this.lists = lists;
    }

    @Override
    public Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    @Override
    public void forEach(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        return new ListQuery<>(COLUMNS + FROM + where, parameters, SORTS, OWN_ORDER, JdbcCardList::row);
    }

    private static String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (!filter.q().isBlank()) {
            where.append(
                    " and (k.number ilike :part or c.number ilike :part or c.unit_name ilike :part or c.unit = :q)");
            parameters.put("q", filter.q().strip());
            parameters.put("part", "%" + filter.q().strip().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        if (!filter.state().isEmpty()) {
            where.append(" and k.state = :state");
            parameters.put("state", filter.state());
        }
        return where.toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "clue"),
                text(row, "clue_number"),
                row.getString("number"),
                text(row, "state"),
                text(row, "unit"),
                text(row, "unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                row.getString("measure"),
                row.getString("reason"),
                dayOrNull(row, "shown_on"));
    }
}
