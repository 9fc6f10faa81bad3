package cn.bishui.monitoring.permitlimit.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.dayOrNull;

import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.standards.Limit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPermits implements Permits {

    private final JdbcClient jdbc;

    JdbcPermits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Permit> find(String number) {
        return Optional.ofNullable(read(List.of(number)).get(number));
    }

    @Override
    public Map<String, Permit> hold(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<String> sorted = List.copyOf(new TreeSet<>(numbers));
        jdbc.sql("select number from permit where number in (:numbers) order by number for share")
                .param("numbers", sorted)
                .query(String.class)
                .list();
        return read(sorted);
    }

    @Override
    public boolean keep(Permit permit) {
        boolean newer = jdbc.sql("""
                        insert into permit (number, version, unit, unit_name, status, valid_from, valid_to)
                        values (:number, :version, :unit, :unitName, :status, :from, :to)
                        on conflict (number) do update set version = excluded.version, unit = excluded.unit,
                            unit_name = excluded.unit_name, status = excluded.status,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        where permit.version < excluded.version""")
                        .param("number", permit.number())
                        .param("version", permit.version())
                        .param("unit", permit.unit())
                        .param("unitName", permit.unitName())
                        .param("status", permit.status())
                        .param("from", permit.validFrom())
                        .param("to", permit.validTo())
                        .update()
                == 1;
        if (newer) {
            jdbc.sql("delete from permit_limit where permit = :number")
                    .param("number", permit.number())
                    .update();
            permit.outlets().forEach(outlet -> keep(permit.number(), outlet));
        }
        return newer;
    }

    /** An outlet that a newer version no longer has stays: devices and judgements refer to it; it has no limits. */
    private void keep(String permit, Permit.Outlet outlet) {
        jdbc.sql("""
                        insert into permit_outlet (permit, code, name, longitude, latitude)
                        values (:permit, :code, :name, :longitude, :latitude)
                        on conflict (permit, code) do update set name = excluded.name,
                            longitude = coalesce(excluded.longitude, permit_outlet.longitude),
                            latitude = coalesce(excluded.latitude, permit_outlet.latitude)""")
                .param("permit", permit)
                .param("code", outlet.code())
                .param("name", outlet.name())
                .param("longitude", outlet.longitude())
                .param("latitude", outlet.latitude())
                .update();
        for (Permit.SetLimit each : outlet.limits()) {
            Limit limit = each.limit();
            jdbc.sql("""
                            insert into permit_limit (permit, outlet, pollutant, lower, upper, unit_of_measure,
                                valid_from, valid_to, limit_set)
                            values (:permit, :outlet, :pollutant, :lower, :upper, :unit, :from, :to, :set)""")
                    .param("permit", permit)
                    .param("outlet", outlet.code())
                    .param("pollutant", limit.pollutant())
                    .param("lower", limit.min())
                    .param("upper", limit.max())
                    .param("unit", limit.unit())
                    .param("from", limit.validFrom())
                    .param("to", limit.validTo())
                    .param("set", each.limitSet())
                    .update();
        }
    }

    private Map<String, Permit> read(List<String> numbers) {
        Map<String, Map<String, List<Permit.SetLimit>>> limits = new LinkedHashMap<>();
        jdbc.sql("""
                        select permit, outlet, pollutant, lower, upper, unit_of_measure, valid_from, valid_to, limit_set
                        from permit_limit where permit in (:numbers)""").param("numbers", numbers).query(row -> {
            limits.computeIfAbsent(row.getString("permit"), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("outlet"), _ -> new ArrayList<>())
                    .add(limit(row));
        });
        Map<String, List<Permit.Outlet>> outlets = new LinkedHashMap<>();
        jdbc.sql("select permit, code, name from permit_outlet where permit in (:numbers) order by permit, code")
                .param("numbers", numbers)
                .query(row -> {
                    String permit = row.getString("permit");
                    String code = row.getString("code");
                    outlets.computeIfAbsent(permit, _ -> new ArrayList<>())
                            .add(new Permit.Outlet(
                                    code,
                                    row.getString("name"),
                                    limits.getOrDefault(permit, Map.of()).getOrDefault(code, List.of())));
                });
        Map<String, Permit> permits = new LinkedHashMap<>();
        jdbc.sql("""
                        select number, version, unit, unit_name, status, valid_from, valid_to from permit
                        where number in (:numbers)""").param("numbers", numbers).query(row -> {
            String number = row.getString("number");
            permits.put(number, permit(row, outlets.getOrDefault(number, List.of())));
        });
        return permits;
    }

    private static Permit permit(ResultSet row, List<Permit.Outlet> outlets) throws SQLException {
        return new Permit(
                row.getString("number"),
                row.getLong("version"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("status"),
                day(row, "valid_from"),
                day(row, "valid_to"),
                outlets);
    }

    private static Permit.SetLimit limit(ResultSet row) throws SQLException {
        String set = row.getString("limit_set");
        return new Permit.SetLimit(
                new Limit(
                        row.getString("pollutant"),
                        row.getBigDecimal("lower"),
                        row.getBigDecimal("upper"),
                        row.getString("unit_of_measure"),
                        day(row, "valid_from"),
                        dayOrNull(row, "valid_to"),
                        row.getString("permit") + " " + set),
                set);
    }
}
