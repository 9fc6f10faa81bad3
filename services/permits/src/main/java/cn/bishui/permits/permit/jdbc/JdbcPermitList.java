package cn.bishui.permits.permit.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.permits.permit.PermitList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPermitList implements PermitList {

    private static final String ROWS = """
            select p.number, p.unit, u.name as unit_name, p.management_type, p.state, p.valid_from, p.valid_to,
              p.submitted_at
            from permit p join unit u on u.code = p.unit
            where (:state = '' or p.state = :state)
              and (:text = '' or strpos(lower(u.name || ' ' || p.number), lower(:text)) > 0)
            """;
    private static final String ORDER = "p.changed_at desc, p.number";

    private final JdbcClient jdbc;

    JdbcPermitList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Listing<Row> page(Filter filter, ListRequest request) {
        Map<String, String> columns = Map.of(
                "number", "p.number",
                "unit", "unit_name",
                "state", "p.state",
                "validTo", "p.valid_to",
                "submitted", "p.submitted_at");
        List<Row> rows = query(
                        ROWS + "order by " + request.orderBy(columns, ORDER) + " limit :size offset :offset", filter)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcPermitList::row)
                .list();
        long total = query("select count(*) from (" + ROWS + ")", filter)
                .query(Long.class)
                .single();
        return new Listing<>(rows, total, request);
    }

    @Override
    public void each(Filter filter, Consumer<Row> consumer) {
        query(ROWS + "order by " + ORDER, filter).query(row -> {
            consumer.accept(row(row, 0));
        });
    }

    @Override
    public List<Row> inState(String state) {
        return query(ROWS + "order by p.submitted_at, p.changed_at, p.number", new Filter("", state))
                .query(JdbcPermitList::row)
                .list();
    }

    private JdbcClient.StatementSpec query(String sql, Filter filter) {
        return jdbc.sql(sql).param("state", filter.state()).param("text", filter.text());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("management_type"),
                row.getString("state"),
                day(row, "valid_from"),
                day(row, "valid_to"),
                instantOrNull(row, "submitted_at"));
    }
}
