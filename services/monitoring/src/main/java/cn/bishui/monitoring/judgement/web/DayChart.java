package cn.bishui.monitoring.judgement.web;

import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes days for the chart island: values that were not judged hollow, days without a record as gaps. */
final class DayChart {

    private static final String WITHIN = "#bfe5c5";

    private DayChart() {}

    /** The chart's JSON, as {@code assets/chart.js} reads it. */
    static String json(
            Pollutant pollutant,
            List<OutletTable.DayRow> days,
            LocalDate from,
            LocalDate to,
            String limitLabel,
            JsonMapper json) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("unit", pollutant.judgedUnit().equals("1") ? "" : pollutant.judgedUnit());
        days.stream()
                .filter(day -> day.upper() != null || day.lower() != null)
                .findFirst()
                .ifPresent(day -> limits(day, limitLabel, chart));
        Map<String, Map<LocalDate, OutletTable.DayRow>> byDevice = days.stream()
                .collect(Collectors.groupingBy(
                        OutletTable.DayRow::mn,
                        TreeMap::new,
                        Collectors.toMap(OutletTable.DayRow::day, day -> day, (one, _) -> one)));
        List<Map<String, Object>> series = new ArrayList<>();
        byDevice.forEach((mn, rows) -> series.add(Map.of(
                "name",
                mn,
                "points",
                from.datesUntil(to.plusDays(1))
                        .map(day -> point(day, rows.get(day), pollutant))
                        .toList())));
        chart.put("series", series);
        return json.writeValueAsString(chart);
    }

    private static void limits(OutletTable.DayRow day, String label, Map<String, Object> chart) {
        String words = label + " " + day.limits();
        BigDecimal lower = day.lower();
        BigDecimal upper = day.upper();
        if (lower != null && upper != null) {
            chart.put("bands", List.of(Map.of("from", lower, "to", upper, "label", words, "colour", WITHIN)));
        } else {
            chart.put("limit", Map.of("value", Objects.requireNonNullElse(upper, BigDecimal.ZERO), "label", words));
        }
    }

    private static List<@Nullable Object> point(
            LocalDate day, OutletTable.@Nullable DayRow row, Pollutant pollutant) {
        BigDecimal sent = row == null ? null : row.sent();
        boolean judged = row != null && !row.outcome().equals("not-judged");
        return Arrays.asList(day.toString(), sent == null ? null : pollutant.inJudgedUnit(sent), judged);
    }
}
