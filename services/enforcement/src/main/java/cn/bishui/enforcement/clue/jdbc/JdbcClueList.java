package cn.bishui.enforcement.clue.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.enforcement.clue.ClueList;
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

/** The list of clues, with what its table needs of their exceedances and cards. */
@Repository
class JdbcClueList implements ClueList {

    private static final String COLUMNS = """
            select c.*, k.state as card_state,
                (select max(day) from exceedance where clue = c.id) as latest_day,
                (select max(multiple) from exceedance where clue = c.id) as worst
            from clue c left join yellow_card k on k.clue = c.id
            """;

    private static final Map<String, String> SORTS = Map.of(
            "number", "c.opened_at",
            "unit", "c.unit_name",
            "exceedances", "c.exceedances",
            "worst", "worst",
            "due", "c.due",
            "state", "c.state");

    /** What is pressing first, then what was decided last. */
    private static final String OWN_ORDER =
            "c.agreed_at is not null, case when c.agreed_at is null then c.due end, c.agreed_at desc, c.number";

    private final Lists lists;

    JdbcClueList(Lists lists) {
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
        return new ListQuery<>(COLUMNS + where, parameters, SORTS, OWN_ORDER, JdbcClueList::row);
    }

    private static String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (!filter.q().isBlank()) {
            where.append(" and (c.number ilike :part or c.unit_name ilike :part or c.unit = :q or c.case_number = :q)");
            parameters.put("q", filter.q().strip());
            parameters.put("part", "%" + filter.q().strip().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        switch (filter.state()) {
            case "" -> {
                // all
            }
            case "undecided" -> where.append(" and c.state in ('open', 'proposed')");
            case "overdue" -> {
                where.append(" and c.state in ('open', 'proposed') and c.due < :today");
                parameters.put("today", filter.today());
            }
            default -> {
                where.append(" and c.state = :state");
                parameters.put("state", filter.state());
            }
        }
        return where.toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "id"),
                text(row, "number"),
                text(row, "unit"),
                text(row, "unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                text(row, "state"),
                instant(row, "opened_at"),
                day(row, "due"),
                row.getBoolean("due_provisional"),
                row.getInt("exceedances"),
                dayOrNull(row, "latest_day"),
                row.getBigDecimal("worst"),
                row.getInt("acts"),
                row.getInt("suspicions"),
                row.getString("case_number"),
                row.getString("card_state"));
    }
}
