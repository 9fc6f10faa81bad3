package cn.bishui.monitoring.duty.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the duty officer sees at a glance. */
@Component
class DutyBoard {

    /** More do not fit a board. */
    static final int MOST_SHOWN = 10;

    private static final int WEEK_DAYS = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The numbers on top.
     *
     * @param rejected in the last 24 hours
     * @param exceedances found about the last seven days
     */
    record Figures(long refusals, long rejected, long silent, long inService, long exceedances) {}

    /** A refusal that waits. */
    record WaitingRefusal(
            long id, String reason, String mn, String remote, long packets, Instant firstSeen, Instant lastSeen) {}

    /** A device from which nothing comes. */
    record SilentDevice(String mn, String place, Instant since) {}

    /** An exceedance that was told. */
    record Exceedance(
            String unit,
            String unitName,
            String outlet,
            String outletName,
            String pollutant,
            LocalDate day,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String unitOfMeasure,
            @Nullable BigDecimal multiple,
            Instant foundAt) {

        /** The pollutant's name in the reader's language. */
        public String name(Locale locale) {
            Pollutant known = Pollutants.of(pollutant);
            return locale.getLanguage().equals("en") ? known.nameEn() : known.nameZh();
        }

        /** The bounds, such as {@code 50} or {@code 6–9}. */
        public String limits() {
            String high = upper == null ? "" : upper.toPlainString();
            return lower == null ? high : lower.toPlainString() + "–" + high;
        }

        /** What is written behind a value; nothing for pH. */
        public String shownUnit() {
            return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
        }
    }

    Figures figures() {
        return jdbc.sql("""
                        select (select count(*) from refusal where acknowledged_at is null) as refusals,
                               (select coalesce(sum(frames), 0) from rejected_count where hour > :dayAgo) as rejected,
                               (select count(*) from device_health where silent_from < :now) as silent,
                               (select count(*) from device where state = 'in-service') as in_service,
                               (select count(*) from exceedance where day >= :week and stands) as exceedances""")
                .param("dayAgo", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .param("now", Timestamp.from(clock.instant()))
                .param("week", LocalDate.now(clock).minusDays(WEEK_DAYS))
                .query((row, _) -> new Figures(
                        row.getLong("refusals"),
                        row.getLong("rejected"),
                        row.getLong("silent"),
                        row.getLong("in_service"),
                        row.getLong("exceedances")))
                .single();
    }

    /** Those that wait, the latest first. */
    List<WaitingRefusal> latestRefusals() {
        return jdbc.sql("""
                        select id, reason, mn, remote, packets, first_seen, last_seen from refusal
                        where acknowledged_at is null order by last_seen desc, id limit :most""")
                .param("most", MOST_SHOWN)
                .query((row, _) -> new WaitingRefusal(
                        row.getLong("id"),
                        row.getString("reason"),
                        row.getString("mn"),
                        row.getString("remote"),
                        row.getLong("packets"),
                        instant(row, "first_seen"),
                        instant(row, "last_seen")))
                .list();
    }

    /** Those that are silent longest. */
    List<SilentDevice> silent(int most) {
        return jdbc.sql("""
                        select d.mn, p.place, h.quiet_since
                        from device_health h join device d on d.id = h.device join device_place p on p.device = d.id
                        where h.silent_from < :now order by h.quiet_since, d.mn limit :most""")
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query((row, _) ->
                        new SilentDevice(row.getString("mn"), row.getString("place"), instant(row, "quiet_since")))
                .list();
    }

    List<Exceedance> exceedances() {
        return jdbc.sql("""
                        select e.unit, p.unit_name, e.outlet, o.name as outlet_name, e.pollutant, e.day, e.value, e.lower,
                               e.upper, e.unit_of_measure, e.multiple, e.found_at
                        from exceedance e
                        join permit p on p.number = e.permit
                        join permit_outlet o on o.permit = e.permit and o.code = e.outlet
                        where e.stands
                        order by e.found_at desc, e.id limit :most""")
                .param("most", MOST_SHOWN)
                .query((row, _) -> new Exceedance(
                        row.getString("unit"),
                        row.getString("unit_name"),
                        row.getString("outlet"),
                        row.getString("outlet_name"),
                        row.getString("pollutant"),
                        day(row, "day"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("lower"),
                        row.getBigDecimal("upper"),
                        row.getString("unit_of_measure"),
                        row.getBigDecimal("multiple"),
                        instant(row, "found_at")))
                .list();
    }
}
