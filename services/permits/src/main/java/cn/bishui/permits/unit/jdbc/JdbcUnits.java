package cn.bishui.permits.unit.jdbc;

import cn.bishui.permits.unit.CreditCode;
import cn.bishui.permits.unit.Outlet;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.permits.unit.Position;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.Units;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnits implements Units {

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Unit> find(CreditCode code) {
        return select("select * from unit where code = :code", code);
    }

    @Override
    public Optional<Unit> lock(CreditCode code) {
        return select("select * from unit where code = :code for update", code);
    }

    @Override
    public boolean add(Unit unit, Instant registeredAt) {
        return jdbc.sql("""
                        insert into unit (code, name, trade, address, longitude, latitude, registered_at)
                        values (:code, :name, :trade, :address, :longitude, :latitude, :at)
                        on conflict do nothing""")
                        .param("code", unit.code().value())
                        .param("name", unit.name())
                        .param("trade", unit.trade())
                        .param("address", unit.address())
                        .param("longitude", longitude(unit.position()))
                        .param("latitude", latitude(unit.position()))
                        .param("at", Timestamp.from(registeredAt))
                        .update()
                == 1;
    }

    @Override
    public void add(CreditCode unit, Outlet outlet) {
        jdbc.sql("""
                        insert into outlet (unit, code, name, receiving, longitude, latitude)
                        values (:unit, :code, :name, :receiving, :longitude, :latitude)""")
                .param("unit", unit.value())
                .param("code", outlet.code().value())
                .param("name", outlet.name())
                .param("receiving", outlet.receiving())
                .param("longitude", longitude(outlet.position()))
                .param("latitude", latitude(outlet.position()))
                .update();
    }

    private Optional<Unit> select(String sql, CreditCode code) {
        return jdbc.sql(sql)
                .param("code", code.value())
                .query((row, _) -> new Unit(
                        code,
                        row.getString("name"),
                        row.getString("trade"),
                        row.getString("address"),
                        position(row),
                        outlets(code)))
                .optional();
    }

    private List<Outlet> outlets(CreditCode code) {
        return jdbc.sql("select * from outlet where unit = :unit order by code")
                .param("unit", code.value())
                .query((row, _) -> new Outlet(
                        new OutletCode(row.getString("code")),
                        row.getString("name"),
                        row.getString("receiving"),
                        position(row)))
                .list();
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        BigDecimal longitude = row.getBigDecimal("longitude");
        return longitude == null ? null : new Position(longitude, row.getBigDecimal("latitude"));
    }

    private static @Nullable BigDecimal longitude(@Nullable Position position) {
        return position == null ? null : position.longitude();
    }

    private static @Nullable BigDecimal latitude(@Nullable Position position) {
        return position == null ? null : position.latitude();
    }
}
