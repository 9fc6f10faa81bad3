package cn.bishui.permits.unit.jdbc;

import cn.bishui.permits.unit.CreditCode;
import cn.bishui.permits.unit.UnitList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnitList implements UnitList {

    private static final String ROWS = """
            select u.code, u.name, u.trade,
              (select count(*) from outlet o where o.unit = u.code) as outlets,
              exists (select from permit p where p.unit = u.code and p.state = 'granted'
                and :today between p.valid_from and p.valid_to) as permitted
            from unit u
            where :text = '' or strpos(lower(u.name || ' ' || u.code || ' ' || u.trade), lower(:text)) > 0
            """;

    private static final Map<String, String> SORTS =
            Map.of("name", "name", "code", "code", "trade", "trade", "outlets", "outlets", "permitted", "permitted");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;

    JdbcUnitList(JdbcClient jdbc, Lists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public Listing<Row> page(String text, ListRequest request) {
        return lists.page(query(text), request);
    }

    @Override
    public void each(String text, ListRequest order, Consumer<Row> reader) {
        lists.each(query(text), order, reader);
    }

    private ListQuery<Row> query(String text) {
        return new ListQuery<>(
                ROWS, Map.of("text", text, "today", LocalDate.now(clock)), SORTS, "name, code", JdbcUnitList::row);
    }

    @Override
    public List<PermitOfUnit> permitsOf(CreditCode unit) {
        return jdbc.sql("select number, state from permit where unit = :unit order by number")
                .param("unit", unit.value())
                .query((row, _) -> new PermitOfUnit(row.getString("number"), row.getString("state")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("trade"),
                row.getInt("outlets"),
                row.getBoolean("permitted"));
    }
}
