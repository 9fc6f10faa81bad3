package cn.bishui.monitoring.judgement.web;

import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days as the chart island reads them ({@code assets/chart.js}): values that were not judged hollow, days without a record
 * as gaps, the newest limit as a line or a band.
 */
record DayChart(String unit, @Nullable Line limit, @Nullable List<Band> bands, List<Series> series) {

    private static final String WITHIN = "#bfe5c5";

    /** An upper or a lower bound. */
    record Line(BigDecimal value, String label) {}

    /** A range, as pH has one. */
    record Band(BigDecimal from, BigDecimal to, String label, String colour) {}

    /**
     * What one device measured.
     *
     * @param points each of day, value or null, and whether the value was judged
     */
    record Series(String name, List<List<@Nullable Object>> points) {}

    /**
     * The chart of some days.
     *
     * @param days newest first
     * @param onSite what samples taken on site are called
     */
    static DayChart of(
            Pollutant pollutant,
            List<OutletTable.DayRow> days,
            LocalDate from,
            LocalDate to,
            String limitLabel,
            String onSite) {
        Optional<OutletTable.DayRow> limited = days.stream()
                .filter(day -> day.upper() != null || day.lower() != null)
                .findFirst();
        Map<String, Map<LocalDate, OutletTable.DayRow>> byDevice = days.stream()
                .collect(Collectors.groupingBy(
                        OutletTable.DayRow::mn,
                        TreeMap::new,
                        Collectors.toMap(OutletTable.DayRow::day, day -> day, (one, _) -> one)));
        return new DayChart(
                pollutant.judgedUnit().equals("1") ? "" : pollutant.judgedUnit(),
                limited.map(day -> line(day, limitLabel)).orElse(null),
                limited.map(day -> band(day, limitLabel)).map(List::of).orElse(null),
                byDevice.entrySet().stream()
                        .map(device -> new Series(
                                device.getKey().isEmpty() ? onSite : device.getKey(),
                                from.datesUntil(to.plusDays(1))
                                        .map(day -> point(day, device.getValue().get(day), pollutant))
                                        .toList()))
                        .toList());
    }

    private static @Nullable Line line(OutletTable.DayRow day, String label) {
        return day.lower() != null && day.upper() != null
                ? null
                : new Line(
                        Objects.requireNonNull(day.upper() == null ? day.lower() : day.upper()),
                        label + " " + day.limits());
    }

    private static @Nullable Band band(OutletTable.DayRow day, String label) {
        BigDecimal lower = day.lower();
        BigDecimal upper = day.upper();
        return lower == null || upper == null ? null : new Band(lower, upper, label + " " + day.limits(), WITHIN);
    }

    private static List<@Nullable Object> point(LocalDate day, OutletTable.@Nullable DayRow row, Pollutant pollutant) {
        BigDecimal mean = row == null ? null : row.mean();
        boolean judged = row != null && !row.outcome().equals("not-judged");
        return Arrays.asList(day.toString(), mean == null ? null : pollutant.inJudgedUnit(mean), judged);
    }
}
