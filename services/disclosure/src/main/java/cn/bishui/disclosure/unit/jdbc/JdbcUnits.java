package cn.bishui.disclosure.unit.jdbc;

import cn.bishui.disclosure.unit.Permit;
import cn.bishui.disclosure.unit.Unit;
import cn.bishui.disclosure.unit.Units;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register in PostgreSQL. */
@Repository
class JdbcUnits implements Units {

    private static final String FOUND = " from unit u where (cast(:search as text) is null"
            + " or position(:search in u.name) > 0 or position(upper(:search) in u.code) > 0)";

    private static final Map<String, String> COLUMNS =
            Map.of("name", "name", "trade", "trade", "outlets", "outlets", "last", "last_exceedance");

    private final JdbcClient jdbc;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Permit permit) {
        int newer = jdbc.sql("""
                        insert into permit (number, version, unit_code, unit_name, trade, management_type, status, issued_by,
                            valid_from, valid_to, changed_at)
                        values (:number, :version, :unit, :unitName, :trade, :managementType, :status, :issuedBy,
                            :validFrom, :validTo, :changedAt)
                        on conflict (number) do update set version = excluded.version, unit_code = excluded.unit_code,
                            unit_name = excluded.unit_name, trade = excluded.trade,
                            management_type = excluded.management_type, status = excluded.status,
                            issued_by = excluded.issued_by, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to, changed_at = excluded.changed_at
                        where excluded.version > permit.version""")
                .param("number", permit.number())
                .param("version", permit.version())
                .param("unit", permit.unit())
                .param("unitName", permit.unitName())
                .param("trade", permit.trade())
                .param("managementType", permit.managementType())
                .param("status", permit.status())
                .param("issuedBy", permit.issuedBy())
                .param("validFrom", permit.validFrom())
                .param("validTo", permit.validTo())
                .param("changedAt", Timestamp.from(permit.changedAt()))
                .update();
        if (newer == 1) {
            jdbc.sql("delete from outlet where permit = :permit")
                    .param("permit", permit.number())
                    .update();
            int position = 0;
            for (Permit.Outlet outlet : permit.outlets()) {
                put(permit.number(), outlet, position++);
            }
        }
    }

    private void put(String permit, Permit.Outlet outlet, int position) {
        jdbc.sql("""
                        insert into outlet (permit, code, position, name, receiving, longitude, latitude)
                        values (:permit, :code, :position, :name, :receiving, :longitude, :latitude)""")
                .param("permit", permit)
                .param("code", outlet.code())
                .param("position", position)
                .param("name", outlet.name())
                .param("receiving", outlet.receiving())
                .param("longitude", outlet.longitude())
                .param("latitude", outlet.latitude())
                .update();
        int place = 0;
        for (Permit.Limit limit : outlet.limits()) {
            jdbc.sql("""
                            insert into outlet_limit (permit, outlet, position, pollutant, min, max, unit_of_measure,
                                valid_from, valid_to, limit_set)
                            values (:permit, :outlet, :position, :pollutant, :min, :max, :unitOfMeasure,
                                :validFrom, :validTo, :limitSet)""")
                    .param("permit", permit)
                    .param("outlet", outlet.code())
                    .param("position", place++)
                    .param("pollutant", limit.pollutant())
                    .param("min", limit.min())
                    .param("max", limit.max())
                    .param("unitOfMeasure", limit.unitOfMeasure())
                    .param("validFrom", limit.validFrom())
                    .param("validTo", limit.validTo())
                    .param("limitSet", limit.limitSet())
                    .update();
        }
    }

    @Override
    public Optional<Unit> find(String creditCode) {
        return withPermits(jdbc.sql("select code, name, trade from unit where code = :code")
                        .param("code", creditCode)
                        .query(JdbcUnits::unit)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Listing<Row> page(@Nullable String search, ListRequest request) {
        long total = jdbc.sql("select count(*)" + FOUND)
                .param("search", search)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql("""
                        select * from (select u.code, u.name, u.trade,
                            (select count(*) from permit p where p.unit_code = u.code) as permits,
                            (select count(distinct o.code) from permit p join outlet o on o.permit = p.number
                             where p.unit_code = u.code) as outlets,
                            (select max(day) from standing_exceedance e where e.unit_code = u.code) as last_exceedance
                        """
                        + FOUND + ") listed order by " + request.orderBy(COLUMNS, "name, code")
                        + " limit :size offset :offset")
                .param("search", search)
                .param("size", request.size())
                .param("offset", request.offset())
                .query((row, _) -> new Row(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("trade"),
                        row.getLong("permits"),
                        row.getLong("outlets"),
                        row.getObject("last_exceedance", LocalDate.class)))
                .list();
        return new Listing<>(rows, total, request);
    }

    @Override
    public List<Unit> after(@Nullable String code, int count) {
        return withPermits(
                jdbc.sql("select code, name, trade from unit where cast(:code as text) is null or code > :code"
                                + " order by code limit :count")
                        .param("code", code)
                        .param("count", count)
                        .query(JdbcUnits::unit)
                        .list());
    }

    @Override
    public List<Place> places(LocalDate since) {
        return jdbc.sql("""
                        select distinct on (p.unit_name, p.unit_code, o.code)
                            p.unit_code, p.unit_name, o.code, o.name, o.receiving, o.longitude, o.latitude,
                            (select count(*) from standing_exceedance e
                             where e.unit_code = p.unit_code and e.outlet = o.code and e.day >= :since) as exceedances
                        from permit p join outlet o on o.permit = p.number
                        where p.status = 'in-force'
                        order by p.unit_name, p.unit_code, o.code, p.changed_at desc""")
                .param("since", since)
                .query((row, _) -> new Place(
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("receiving"),
                        row.getBigDecimal("longitude"),
                        row.getBigDecimal("latitude"),
                        row.getLong("exceedances")))
                .list();
    }

    @Override
    public @Nullable Instant changedAt() {
        // an aggregate always answers with a row
        return jdbc.sql("select max(changed_at) as at from permit")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    /** Three queries, however many units. */
    private List<Unit> withPermits(List<Unit> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        List<String> codes = bare.stream().map(Unit::code).toList();
        Map<String, List<Permit.Limit>> limits = new HashMap<>();
        jdbc.sql("""
                        select l.* from outlet_limit l join permit p on p.number = l.permit
                        where p.unit_code in (:units) order by l.permit, l.outlet, l.position""").param("units", codes).query(row -> {
            gather(limits, row.getString("permit") + "/" + row.getString("outlet"), limit(row));
        });
        Map<String, List<Permit.Outlet>> outlets = new HashMap<>();
        jdbc.sql("""
                        select o.* from outlet o join permit p on p.number = o.permit
                        where p.unit_code in (:units) order by o.permit, o.position""").param("units", codes).query(row -> {
            String permit = row.getString("permit");
            String code = row.getString("code");
            gather(outlets, permit, outlet(row, limits.getOrDefault(permit + "/" + code, List.of())));
        });
        Map<String, List<Permit>> permits = new HashMap<>();
        jdbc.sql("select * from permit where unit_code in (:units) order by valid_to desc, number")
                .param("units", codes)
                .query(row -> {
                    gather(
                            permits,
                            row.getString("unit_code"),
                            permit(row, outlets.getOrDefault(row.getString("number"), List.of())));
                });
        return bare.stream()
                .map(unit ->
                        new Unit(unit.code(), unit.name(), unit.trade(), permits.getOrDefault(unit.code(), List.of())))
                .toList();
    }

    private static <T> void gather(Map<String, List<T>> map, String key, T value) {
        Collection<T> list = map.computeIfAbsent(key, _ -> new ArrayList<>());
        list.add(value);
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(row.getString("code"), row.getString("name"), row.getString("trade"), List.of());
    }

    private static Permit permit(ResultSet row, List<Permit.Outlet> outlets) throws SQLException {
        return new Permit(
                row.getString("number"),
                row.getLong("version"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("trade"),
                row.getString("management_type"),
                row.getString("status"),
                row.getString("issued_by"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                outlets,
                row.getTimestamp("changed_at").toInstant());
    }

    private static Permit.Outlet outlet(ResultSet row, List<Permit.Limit> limits) throws SQLException {
        return new Permit.Outlet(
                row.getString("code"),
                row.getString("name"),
                row.getString("receiving"),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                limits);
    }

    private static Permit.Limit limit(ResultSet row) throws SQLException {
        return new Permit.Limit(
                row.getString("pollutant"),
                row.getBigDecimal("min"),
                row.getBigDecimal("max"),
                row.getString("unit_of_measure"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("limit_set"));
    }
}
