package cn.bishui.monitoring.judgement.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.decimal;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.judgement.Working;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is on file about an outlet besides its days: every finding about one day, warnings, samples, substituted values. */
@Component
class OutletFile {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutletFile(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One finding about a day, with all that is needed to follow it.
     *
     * @param mn of the device; null for a sample that was taken on site
     * @param latest whether it holds
     * @param mean what was judged, in {@code sentUnit}
     * @param sent the device's own record of the day
     * @param permitVersion version of the register's entry
     * @param rules that were used, each with the day from which it holds
     */
    record Revision(
            @Nullable String mn,
            int revision,
            boolean latest,
            String basis,
            String cause,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal sent,
            String sentUnit,
            @Nullable String flag,
            @Nullable Integer expected,
            @Nullable Integer valid,
            boolean suspected,
            String outcome,
            @Nullable String reason,
            @Nullable BigDecimal value,
            @Nullable BigDecimal rounded,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String unitOfMeasure,
            @Nullable BigDecimal multiple,
            @Nullable String permit,
            @Nullable Long permitVersion,
            @Nullable String limitSet,
            String rules,
            Instant judgedAt,
            Working working) {

        /** What is written behind a value as sent; nothing for pH. */
        public String shownUnit() {
            return sentUnit.equals("1") ? "" : sentUnit;
        }

        /** What is written behind a judged value; nothing for pH. */
        public String shownLimitUnit() {
            return unitOfMeasure == null || unitOfMeasure.equals("1") ? "" : unitOfMeasure;
        }

        /** The share of valid hours in percent, to 1 decimal; null where none is expected or it was not judged by hours. */
        public @Nullable BigDecimal validPercent() {
            return expected == null || valid == null || expected == 0
                    ? null
                    : BigDecimal.valueOf(valid * 100L).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
        }

        /** The comparison in figures, such as {@code 58.213 → 58 > 50 mg/L; (58.213 − 50) / 50 = 0.16}. */
        public String comparison() {
            if (value == null || rounded == null) {
                return "";
            }
            String unit = shownLimitUnit().isEmpty() ? "" : " " + shownLimitUnit();
            String against = switch (outcome) {
                case "too-high" -> " > " + plain(upper);
                case "too-low" -> " < " + plain(lower);
                default ->
                    lower == null
                            ? " ≤ " + plain(upper)
                            : " ≥ " + plain(lower) + (upper == null ? "" : ", ≤ " + plain(upper));
            };
            String excess = multiple == null || upper == null
                    ? ""
                    : "; (%s − %s) / %s = %s".formatted(plain(value), plain(upper), plain(upper), plain(multiple));
            return plain(value) + " → " + plain(rounded) + against + unit + excess;
        }

        private static String plain(@Nullable BigDecimal number) {
            return Objects.requireNonNull(number).toPlainString();
        }
    }

    /** An hour over the limit. */
    record WarningRow(
            String id,
            String mn,
            String pollutant,
            LocalDateTime hour,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String unitOfMeasure,
            @Nullable BigDecimal multiple,
            Instant toldAt,
            boolean stands,
            int revision,
            int recordVersion,
            @Nullable Instant lookedAt,
            @Nullable Long keepSample,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {

        /** What is written behind the value; nothing for pH. */
        public String shownUnit() {
            return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
        }

        /** The bounds, such as {@code 50} or {@code 6–9}. */
        public String limits() {
            String high = upper == null ? "" : upper.toPlainString();
            return lower == null ? high : lower.toPlainString() + "–" + high;
        }

        /** Name in Chinese. */
        public String zh() {
            return Pollutants.find(pollutant).map(Pollutant::nameZh).orElse(pollutant);
        }

        /** Name in English. */
        public String en() {
            return Pollutants.find(pollutant).map(Pollutant::nameEn).orElse(pollutant);
        }
    }

    /** A sample that was taken on site. */
    record SampleRow(long id, Instant sampledAt, String report, String laboratory, String state, List<Found> found) {

        /** What was found, in Chinese. */
        public String zh() {
            return found.stream()
                    .map(each -> each.pollutant().nameZh() + " " + each.reported())
                    .collect(Collectors.joining("；"));
        }

        /** What was found, in English. */
        public String en() {
            return found.stream()
                    .map(each -> each.pollutant().nameEn() + " " + each.reported())
                    .collect(Collectors.joining("; "));
        }
    }

    /** A value of a sample as the report has it. */
    record Found(Pollutant pollutant, String reported) {}

    /** A substituted value. */
    record SubstituteRow(
            String mn,
            LocalDateTime hour,
            String pollutant,
            BigDecimal value,
            String method,
            String reason,
            String enteredBy,
            Instant enteredAt) {

        /** Name in Chinese. */
        public String zh() {
            return Pollutants.find(pollutant).map(Pollutant::nameZh).orElse(pollutant);
        }

        /** Name in English. */
        public String en() {
            return Pollutants.find(pollutant).map(Pollutant::nameEn).orElse(pollutant);
        }

        /** The value with the unit in which devices send it. */
        public String shown() {
            String unit = Pollutants.find(pollutant).map(Pollutant::unit).orElse("");
            return value.toPlainString() + (unit.equals("1") ? "" : " " + unit);
        }
    }

    /** Every finding about a day, the samples' first, then by device; of each the latest first. */
    List<Revision> revisions(String unit, String outlet, LocalDate of, String pollutant) {
        return jdbc.sql("""
                        select j.*, d.mn from judgement j left join device d on d.id = j.device
                        where j.unit = :unit and j.outlet = :outlet and j.day = :day and j.pollutant = :pollutant
                        order by d.mn nulls first, j.revision desc""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("day", of)
                .param("pollutant", pollutant)
                .query((row, _) -> revision(row))
                .list();
    }

    private Revision revision(ResultSet row) throws SQLException {
        String working = text(row, "working");
        return new Revision(
                row.getString("mn"),
                row.getInt("revision"),
                row.getBoolean("latest"),
                text(row, "basis"),
                text(row, "cause"),
                row.getBigDecimal("mean"),
                row.getBigDecimal("sent"),
                text(row, "sent_unit"),
                row.getString("flag"),
                (Integer) row.getObject("expected"),
                (Integer) row.getObject("valid"),
                row.getBoolean("suspected"),
                text(row, "outcome"),
                row.getString("reason"),
                row.getBigDecimal("value"),
                row.getBigDecimal("rounded"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                row.getString("unit_of_measure"),
                row.getBigDecimal("multiple"),
                row.getString("permit"),
                (Long) row.getObject("permit_version"),
                row.getString("limit_set"),
                text(row, "rules"),
                instant(row, "judged_at"),
                working.isEmpty() ? Working.NONE : json.readValue(working, Working.class));
    }

    /** Values that were put in the place of hours of a day, by hour. */
    Map<Integer, SubstituteRow> substitutes(String unit, String outlet, LocalDate of, String pollutant) {
        Map<Integer, SubstituteRow> byHour = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.*, d.mn from substituted_value s join device d on d.id = s.device
                        where d.unit = :unit and d.outlet = :outlet and s.pollutant = :pollutant and s.superseded_at is null
                          and s.hour >= :day and s.hour < cast(:day as date) + 1
                        order by s.hour""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("pollutant", pollutant)
                .param("day", of)
                .query((row, _) -> substitute(row))
                .list()
                .forEach(each -> byHour.put(each.hour().getHour(), each));
        return byHour;
    }

    /** The latest values that were put in the place of hours. */
    List<SubstituteRow> substitutes(String unit, String outlet) {
        return jdbc.sql("""
                        select s.*, d.mn from substituted_value s join device d on d.id = s.device
                        where d.unit = :unit and d.outlet = :outlet and s.superseded_at is null
                        order by s.hour desc, s.pollutant limit :most""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("most", MOST)
                .query((row, _) -> substitute(row))
                .list();
    }

    private static SubstituteRow substitute(ResultSet row) throws SQLException {
        return new SubstituteRow(
                text(row, "mn"),
                local(row, "hour"),
                text(row, "pollutant"),
                decimal(row, "value"),
                text(row, "method"),
                text(row, "reason"),
                text(row, "entered_by"),
                instant(row, "entered_at"));
    }

    private static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }

    /** Those that nobody acknowledged yet, then the others, the latest first. */
    List<WarningRow> warnings(String unit, String outlet) {
        return jdbc.sql("""
                        select w.*, d.mn from hourly_warning w join device d on d.id = w.device
                        where w.unit = :unit and w.outlet = :outlet
                        order by w.stands and w.acknowledged_at is null desc, w.hour desc, w.pollutant limit :most""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("most", MOST)
                .query((row, _) -> new WarningRow(
                        text(row, "id"),
                        text(row, "mn"),
                        text(row, "pollutant"),
                        local(row, "hour"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("lower"),
                        row.getBigDecimal("upper"),
                        text(row, "unit_of_measure"),
                        row.getBigDecimal("multiple"),
                        instant(row, "told_at"),
                        row.getBoolean("stands"),
                        row.getInt("revision"),
                        row.getInt("record_version"),
                        instantOrNull(row, "looked_at"),
                        (Long) row.getObject("keep_sample"),
                        instantOrNull(row, "acknowledged_at"),
                        row.getString("acknowledged_by")))
                .list();
    }

    /** The latest samples that were taken on site. */
    List<SampleRow> samples(String unit, String outlet) {
        return jdbc.sql("""
                        select s.id, s.sampled_at, s.report, s.laboratory, s.state
                        from on_site_sample s where s.unit = :unit and s.outlet = :outlet
                        order by s.sampled_at desc, s.id desc limit :most""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("most", MOST)
                .query((row, _) -> new SampleRow(
                        row.getLong("id"),
                        instant(row, "sampled_at"),
                        text(row, "report"),
                        text(row, "laboratory"),
                        text(row, "state"),
                        found(row.getLong("id"))))
                .list();
    }

    private List<Found> found(long sample) {
        return jdbc.sql("select pollutant, reported from on_site_value where sample = :sample order by pollutant")
                .param("sample", sample)
                .query((row, _) -> new Found(Pollutants.of(text(row, "pollutant")), text(row, "reported")))
                .list();
    }

    /** Devices of an outlet, by MN. */
    List<String> devices(String unit, String outlet) {
        return jdbc.sql("select mn from device where unit = :unit and outlet = :outlet order by mn")
                .param("unit", unit)
                .param("outlet", outlet)
                .query((row, _) -> text(row, "mn"))
                .list();
    }

    /** The day of a finding, before and after which there are others. */
    @Nullable
    LocalDate neighbour(String unit, String outlet, String pollutant, LocalDate of, boolean later) {
        return jdbc
                .sql(
                        "select %s(day) as day from judgement where unit = :unit and outlet = :outlet and pollutant = :pollutant and day %s :day"
                                .formatted(later ? "min" : "max", later ? ">" : "<"))
                .param("unit", unit)
                .param("outlet", outlet)
                .param("pollutant", pollutant)
                .param("day", of)
                .query((row, _) -> row.getObject("day") == null ? List.<LocalDate>of() : List.of(day(row, "day")))
                .single()
                .stream()
                .findFirst()
                .orElse(null);
    }
}
