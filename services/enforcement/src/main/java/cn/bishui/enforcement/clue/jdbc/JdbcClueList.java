package cn.bishui.enforcement.clue.jdbc;

import static java.util.Objects.requireNonNull;

import cn.bishui.enforcement.clue.ClueList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;

    JdbcClueList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Listing<Row> page(Filter filter, ListRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = jdbc.sql("select count(*) from clue c" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", request.size());
        parameters.put("offset", request.offset());
        return new Listing<>(
                jdbc.sql(COLUMNS + where + " order by " + request.orderBy(SORTS, OWN_ORDER)
                                + " limit :size offset :offset")
                        .params(parameters)
                        .query((row, _) -> row(row))
                        .list(),
                total,
                request);
    }

    @Override
    public void forEach(Filter filter, ListRequest order, Consumer<Row> reader) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        jdbc.sql(COLUMNS + where + " order by " + order.orderBy(SORTS, OWN_ORDER))
                .params(parameters)
                .query((ResultSet row) -> reader.accept(row(row)));
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
                requireNonNull(row.getObject("id", UUID.class)),
                text(row, "number"),
                text(row, "unit"),
                text(row, "unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                text(row, "state"),
                requireNonNull(row.getTimestamp("opened_at")).toInstant(),
                requireNonNull(row.getObject("due", LocalDate.class)),
                row.getBoolean("due_provisional"),
                row.getInt("exceedances"),
                row.getObject("latest_day", LocalDate.class),
                row.getBigDecimal("worst"),
                row.getInt("acts"),
                row.getString("case_number"),
                row.getString("card_state"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }
}
