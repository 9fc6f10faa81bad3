package cn.bishui.permits.unit.jdbc;

import cn.bishui.permits.unit.CreditCode;
import cn.bishui.permits.unit.UnitList;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
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

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcUnitList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Listing<Row> page(String text, ListRequest request) {
        Map<String, String> columns = Map.of(
                "name", "name", "code", "code", "trade", "trade", "outlets", "outlets", "permitted", "permitted");
        List<Row> rows = jdbc.sql(
                        ROWS + "order by " + request.orderBy(columns, "name, code") + " limit :size offset :offset")
                .param("text", text)
                .param("today", LocalDate.now(clock))
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcUnitList::row)
                .list();
        long total = jdbc.sql("select count(*) from (" + ROWS + ")")
                .param("text", text)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        return new Listing<>(rows, total, request);
    }

    @Override
    public void each(String text, Consumer<Row> consumer) {
        jdbc.sql(ROWS + "order by name, code")
                .param("text", text)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    consumer.accept(row(row, 0));
                });
    }

    @Override
    public List<PermitOfUnit> permitsOf(CreditCode unit) {
        return jdbc.sql("select number, state from permit where unit = :unit order by number")
                .param("unit", unit.value())
                .query((row, _) -> new PermitOfUnit(row.getString("number"), row.getString("state")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("trade"),
                row.getInt("outlets"),
                row.getBoolean("permitted"));
    }
}
