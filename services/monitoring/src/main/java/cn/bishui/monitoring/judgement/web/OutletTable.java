package cn.bishui.monitoring.judgement.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.instant;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages about outlets and their days show. */
@Component
class OutletTable {

    private static final int EXCEEDANCE_DAYS = 30;

    /** Outlets that have a device, once each; named by the newest permit. */
    private static final String OUTLETS = """
            from (select distinct on (d.unit, d.outlet) d.unit, d.outlet, p.unit_name, o.name as outlet_name
                  from device d
                  join permit p on p.number = d.permit
                  join permit_outlet o on o.permit = d.permit and o.code = d.outlet
                  order by d.unit, d.outlet, p.valid_from desc) as place
            where (:q = '' or unit_name ilike '%' || :q || '%' or unit = :q)
            """;

    private static final Map<String, String> COLUMNS =
            Map.of("unit", "unit_name", "last", "last_day", "exceedances", "exceedances");

    private static final String DAYS = """
            select j.*, d.mn from judgement j left join device d on d.id = j.device
            where j.unit = :unit and j.outlet = :outlet and j.latest and j.pollutant = :pollutant
              and j.day between :from and :to
            """;

    private static final String NEWEST_FIRST = "j.day desc, d.mn nulls first";

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;

    OutletTable(JdbcClient jdbc, Lists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    /** An outlet that has a device. */
    record Outlet(String unit, String unitName, String outlet, String outletName) {}

    /**
     * An outlet in the list.
     *
     * @param lastDay the latest day of which there is a record
     * @param exceedances told in the last 30 days
     */
    record OutletRow(Outlet outlet, @Nullable LocalDate lastDay, long exceedances) {}

    /**
     * The latest finding about a day.
     *
     * @param mn of the device; empty for a sample that was taken on site
     * @param mean what was judged, in {@code sentUnit}
     * @param sent the device's own record of the day, in {@code sentUnit}
     * @param expected hours with discharge; null where it was not judged by hours
     * @param valid hours with a valid value
     * @param suspected whether something was above the measuring range
     * @param value in {@code unitOfMeasure}; null if it was not judged
     * @param reason why it was not judged
     * @param revision over 1 where it was judged anew
     */
    record DayRow(
            LocalDate day,
            String mn,
            String basis,
            @Nullable BigDecimal mean,
            @Nullable Integer expected,
            @Nullable Integer valid,
            boolean suspected,
            @Nullable BigDecimal sent,
            String sentUnit,
            @Nullable String flag,
            String outcome,
            @Nullable String reason,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String unitOfMeasure,
            @Nullable BigDecimal multiple,
            @Nullable String permit,
            @Nullable String limitSet,
            int revision,
            Instant judgedAt) {

        /** The bounds in words, such as {@code 50} or {@code 6–9}; empty where there are none. */
        public String limits() {
            if (lower != null && upper != null) {
                return lower.toPlainString() + "–" + upper.toPlainString();
            }
            if (upper != null) {
                return "≤ " + upper.toPlainString();
            }
            return lower == null ? "" : "≥ " + lower.toPlainString();
        }

        /** The share of valid hours in percent, to 1 decimal; null where none is expected or it was not judged by hours. */
        public @Nullable BigDecimal validPercent() {
            return expected == null || valid == null || expected == 0
                    ? null
                    : BigDecimal.valueOf(valid * 100L).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
        }

        /** What is written behind a value as sent; nothing for pH. */
        public String shownUnit() {
            return sentUnit.equals("1") ? "" : sentUnit;
        }
    }

    Listing<OutletRow> page(String q, ListRequest request) {
        return lists.page(
                new ListQuery<>(
                        """
                        select unit, unit_name, outlet, outlet_name,
                            (select max(j.day) from judgement j
                             where j.unit = place.unit and j.outlet = place.outlet) as last_day,
                            (select count(*) from exceedance e where e.unit = place.unit and e.outlet = place.outlet
                             and e.day > :since and e.stands) as exceedances
                        """ + OUTLETS,
                        Map.of("q", q, "since", LocalDate.now(clock).minusDays(EXCEEDANCE_DAYS)),
                        COLUMNS,
                        "unit_name, outlet",
                        row -> new OutletRow(outlet(row), dayOrNull(row, "last_day"), row.getLong("exceedances"))),
                request);
    }

    Optional<Outlet> find(String unit, String outlet) {
        return jdbc.sql("select unit, unit_name, outlet, outlet_name " + OUTLETS
                        + " and unit = :unit and outlet = :outlet")
                .param("q", "")
                .param("unit", unit)
                .param("outlet", outlet)
                .query((row, _) -> outlet(row))
                .optional();
    }

    private static Outlet outlet(ResultSet row) throws SQLException {
        return new Outlet(
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"));
    }

    /** The pollutants of which there are days, those with a limit first. */
    List<Pollutant> pollutants(Outlet outlet) {
        return jdbc
                .sql("""
                        select j.pollutant from judgement j
                        where j.unit = :unit and j.outlet = :outlet and j.latest
                        group by j.pollutant order by bool_or(j.outcome <> 'not-judged') desc, j.pollutant""")
                .param("unit", outlet.unit())
                .param("outlet", outlet.outlet())
                .query((row, _) -> row.getString("pollutant"))
                .list()
                .stream()
                .flatMap(code -> Pollutants.find(code).stream())
                .toList();
    }

    List<DayRow> days(Outlet outlet, String pollutant, LocalDate from, LocalDate to) {
        return jdbc.sql(DAYS + "order by " + NEWEST_FIRST)
                .params(parameters(outlet, pollutant, from, to))
                .query((row, _) -> judged(row))
                .list();
    }

    void each(Outlet outlet, String pollutant, LocalDate from, LocalDate to, Consumer<DayRow> reader) {
        lists.each(
                new ListQuery<>(
                        DAYS, parameters(outlet, pollutant, from, to), Map.of(), NEWEST_FIRST, OutletTable::judged),
                ListRequest.first(),
                reader);
    }

    private static Map<String, Object> parameters(Outlet outlet, String pollutant, LocalDate from, LocalDate to) {
        return Map.of("unit", outlet.unit(), "outlet", outlet.outlet(), "pollutant", pollutant, "from", from, "to", to);
    }

    private static DayRow judged(ResultSet row) throws SQLException {
        return new DayRow(
                day(row, "day"),
                row.getString("mn") == null ? "" : row.getString("mn"),
                row.getString("basis"),
                row.getBigDecimal("mean"),
                (Integer) row.getObject("expected"),
                (Integer) row.getObject("valid"),
                row.getBoolean("suspected"),
                row.getBigDecimal("sent"),
                row.getString("sent_unit"),
                row.getString("flag"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getBigDecimal("value"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                row.getString("unit_of_measure"),
                row.getBigDecimal("multiple"),
                row.getString("permit"),
                row.getString("limit_set"),
                row.getInt("revision"),
                instant(row, "judged_at"));
    }
}
