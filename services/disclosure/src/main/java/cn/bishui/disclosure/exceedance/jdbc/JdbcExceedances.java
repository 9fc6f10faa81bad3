package cn.bishui.disclosure.exceedance.jdbc;

import cn.bishui.disclosure.exceedance.CaseStatus;
import cn.bishui.disclosure.exceedance.Correction;
import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.disclosure.exceedance.Wanted;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exceedances in PostgreSQL; what came of each is read by a view. */
@Repository
class JdbcExceedances implements Exceedances {

    private static final String WANTED = """
             where (cast(:from as date) is null or day >= :from)
               and (cast(:to as date) is null or day <= :to)
               and (cast(:unit as text) is null or unit_code = :unit or position(:unit in unit_name) > 0)
               and (cast(:pollutant as text) is null or pollutant = :pollutant)
            """;

    private static final Map<String, String> COLUMNS = Map.of(
            "day", "day",
            "unit", "unit_name",
            "pollutant", "pollutant",
            "value", "value",
            "multiple", "multiple",
            "published", "published_at");

    private final JdbcClient jdbc;

    JdbcExceedances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Exceedance exceedance, Instant publishedAt) {
        jdbc.sql("""
                        insert into exceedance (id, unit_code, unit_name, outlet, outlet_name, pollutant, pollutant_name, day,
                            value, limit_value, limit_min, limit_max, unit_of_measure, multiple, permit, limit_set,
                            judged_at, published_at)
                        values (:id, :unit, :unitName, :outlet, :outletName, :pollutant, :pollutantName, :day,
                            :value, :limit, :limitMin, :limitMax, :unitOfMeasure, :multiple, :permit, :limitSet,
                            :judgedAt, :publishedAt)
                        on conflict (id) do update set unit_code = excluded.unit_code, unit_name = excluded.unit_name,
                            outlet = excluded.outlet, outlet_name = excluded.outlet_name, pollutant = excluded.pollutant,
                            pollutant_name = excluded.pollutant_name, day = excluded.day, value = excluded.value,
                            limit_value = excluded.limit_value, limit_min = excluded.limit_min,
                            limit_max = excluded.limit_max, unit_of_measure = excluded.unit_of_measure,
                            multiple = excluded.multiple, permit = excluded.permit, limit_set = excluded.limit_set,
                            judged_at = excluded.judged_at
                        where excluded.judged_at > exceedance.judged_at""")
                .param("id", exceedance.id())
                .param("unit", exceedance.unit())
                .param("unitName", exceedance.unitName())
                .param("outlet", exceedance.outlet())
                .param("outletName", exceedance.outletName())
                .param("pollutant", exceedance.pollutant())
                .param("pollutantName", exceedance.pollutantName())
                .param("day", exceedance.day())
                .param("value", exceedance.value())
                .param("limit", exceedance.limit())
                .param("limitMin", exceedance.limitMin())
                .param("limitMax", exceedance.limitMax())
                .param("unitOfMeasure", exceedance.unitOfMeasure())
                .param("multiple", exceedance.multiple())
                .param("permit", exceedance.permit())
                .param("limitSet", exceedance.limitSet())
                .param("judgedAt", Timestamp.from(exceedance.judgedAt()))
                .param("publishedAt", Timestamp.from(publishedAt))
                .update();
    }

    @Override
    public void correct(Correction correction) {
        jdbc.sql("""
                        insert into exceedance_correction (exceedance, revision, stands, value, limit_value, limit_min, limit_max,
                            multiple, limit_set, reason, corrected_at)
                        values (:exceedance, :revision, :stands, :value, :limit, :min, :max, :multiple, :limitSet, :reason,
                            :at)
                        on conflict (exceedance) do update set revision = excluded.revision, stands = excluded.stands,
                            value = excluded.value, limit_value = excluded.limit_value, limit_min = excluded.limit_min,
                            limit_max = excluded.limit_max, multiple = excluded.multiple,
                            limit_set = excluded.limit_set, reason = excluded.reason,
                            corrected_at = excluded.corrected_at
                        where exceedance_correction.revision < excluded.revision""")
                .param("exceedance", correction.exceedance())
                .param("revision", correction.revision())
                .param("stands", correction.stands())
                .param("value", correction.value())
                .param("limit", correction.limit())
                .param("min", correction.limitMin())
                .param("max", correction.limitMax())
                .param("multiple", correction.multiple())
                .param("limitSet", correction.limitSet())
                .param("reason", correction.reason())
                .param("at", Timestamp.from(correction.correctedAt()))
                .update();
    }

    @Override
    public Listing<PublishedExceedance> page(Wanted wanted, ListRequest request) {
        Map<String, @Nullable Object> parameters = parameters(wanted);
        long total = jdbc.sql("select count(*) from exceedance" + WANTED)
                .params(parameters)
                .query(Long.class)
                .single();
        List<PublishedExceedance> rows = jdbc.sql("select * from public_exceedance" + WANTED + " order by "
                        + request.orderBy(COLUMNS, "day desc, id desc") + " limit :size offset :offset")
                .params(parameters)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcExceedances::published)
                .list();
        return new Listing<>(rows, total, request);
    }

    @Override
    public List<PublishedExceedance> after(Wanted wanted, @Nullable Place place, int count) {
        return jdbc.sql("select * from public_exceedance" + WANTED + """
                         and (cast(:lastDay as date) is null or (day, id) < (:lastDay, :lastId))
                        order by day desc, id desc limit :count""")
                .params(parameters(wanted))
                .param("lastDay", place == null ? null : place.day())
                .param("lastId", place == null ? null : place.id())
                .param("count", count)
                .query(JdbcExceedances::published)
                .list();
    }

    @Override
    public List<PublishedExceedance> newest(int count) {
        return jdbc.sql("select * from public_exceedance order by published_at desc, day desc, id desc limit :count")
                .param("count", count)
                .query(JdbcExceedances::published)
                .list();
    }

    @Override
    public List<PublishedExceedance> byId(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from public_exceedance where id in (:ids) order by day desc, id desc")
                        .param("ids", ids)
                        .query(JdbcExceedances::published)
                        .list();
    }

    @Override
    public @Nullable String unitName(String creditCode) {
        return jdbc.sql("select unit_name from exceedance where unit_code = :unit order by day desc limit 1")
                .param("unit", creditCode)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public Map<String, String> pollutants() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select pollutant, max(pollutant_name) as name from exceedance group by pollutant order by pollutant")
                .query(row -> {
                    names.put(row.getString("pollutant"), row.getString("name"));
                });
        return names;
    }

    @Override
    public Map<LocalDate, Long> perDay(String creditCode, LocalDate from) {
        Map<LocalDate, Long> counts = new HashMap<>();
        jdbc.sql(
                        "select day, count(*) as count from standing_exceedance where unit_code = :unit and day >= :from group by day")
                .param("unit", creditCode)
                .param("from", from)
                .query(row -> {
                    counts.put(row.getObject("day", LocalDate.class), row.getLong("count"));
                });
        return counts;
    }

    @Override
    public long onDays(LocalDate from, LocalDate to) {
        return jdbc.sql("select count(*) from standing_exceedance where day between :from and :to")
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    @Override
    public Tally publishedSince(Instant moment) {
        return jdbc.sql("select count(*) as exceedances, count(distinct unit_code) as units from standing_exceedance"
                        + " where published_at >= :moment")
                .param("moment", Timestamp.from(moment))
                .query((row, _) -> new Tally(row.getLong("exceedances"), row.getLong("units")))
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Wanted wanted) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("from", wanted.from());
        parameters.put("to", wanted.to());
        parameters.put("unit", wanted.unit());
        parameters.put("pollutant", wanted.pollutant());
        return parameters;
    }

    private static PublishedExceedance published(ResultSet row, int number) throws SQLException {
        return new PublishedExceedance(
                new Exceedance(
                        row.getString("id"),
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        row.getString("outlet"),
                        row.getString("outlet_name"),
                        row.getString("pollutant"),
                        row.getString("pollutant_name"),
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("limit_value"),
                        row.getBigDecimal("limit_min"),
                        row.getBigDecimal("limit_max"),
                        row.getString("unit_of_measure"),
                        row.getBigDecimal("multiple"),
                        row.getString("permit"),
                        row.getString("limit_set"),
                        row.getTimestamp("judged_at").toInstant()),
                CaseStatus.of(row.getString("case_status")),
                row.getString("case_number"),
                row.getString("card_number"),
                row.getString("dismissal_reason"),
                row.getString("correction_reason"),
                row.getTimestamp("corrected_at") == null
                        ? null
                        : row.getTimestamp("corrected_at").toInstant(),
                row.getTimestamp("published_at").toInstant());
    }
}
