package cn.bishui.permits.permit.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.permits.permit.PermitList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
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

    private static final Map<String, String> SORTS = Map.of(
            "number", "p.number",
            "unit", "unit_name",
            "state", "p.state",
            "validTo", "p.valid_to",
            "submitted", "p.submitted_at");

    private final JdbcClient jdbc;
    private final Lists lists;

    JdbcPermitList(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    @Override
    public void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        return new ListQuery<>(
                ROWS, Map.of("state", filter.state(), "text", filter.text()), SORTS, ORDER, JdbcPermitList::row);
    }

    @Override
    public Waiting waiting(String state, int mostOfEachType) {
        List<Row> rows = jdbc.sql("""
                        select p.number, p.unit, u.name as unit_name, p.management_type, p.state, p.valid_from, p.valid_to,
                          p.submitted_at
                        from (select *, row_number() over (partition by management_type
                                order by submitted_at, changed_at, number) as place
                              from permit where state = :state) p
                          join unit u on u.code = p.unit
                        where p.place <= :most
                        order by p.submitted_at, p.changed_at, p.number""")
                .param("state", state)
                .param("most", mostOfEachType)
                .query((row, _) -> row(row))
                .list();
        long total = jdbc.sql("select count(*) from permit where state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
        return new Waiting(rows, total);
    }

    private static Row row(ResultSet row) throws SQLException {
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
