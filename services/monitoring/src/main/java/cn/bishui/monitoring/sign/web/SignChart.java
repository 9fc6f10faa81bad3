package cn.bishui.monitoring.sign.web;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Evidence;
import cn.bishui.monitoring.sign.Window;
import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window as the chart island reads it ({@code assets/chart.js}): what is frozen in one colour, what was measured before and
 * after, as far as it is kept, in another. Values that were not normal are hollow.
 */
record SignChart(String unit, List<Series> series) {

    /** More points say nothing more. */
    private static final int MOST_POINTS = 2000;

    /** Points of one colour: each of moment, value or null, and whether it was normal. */
    record Series(String name, List<List<@Nullable Object>> points) {}

    static SignChart of(
            Pollutant pollutant,
            Evidence evidence,
            int cn,
            List<KeptRecord> around,
            String frozenName,
            String aroundName) {
        Measure measure = cn == Window.REALTIME ? Measure.RTD : Measure.AVG;
        Map<LocalDateTime, List<@Nullable Object>> frozen = new LinkedHashMap<>();
        for (Evidence.Row row : evidence.rows()) {
            if (row.cn() == cn) {
                PollutantData sent = sent(row, pollutant);
                if (sent != null) {
                    frozen.put(row.dataTime(), point(row.dataTime(), sent, measure, pollutant));
                }
            }
        }
        List<List<@Nullable Object>> others = new ArrayList<>();
        boolean inWindow = false;
        for (KeptRecord each : around) {
            PollutantData sent = data(each, pollutant);
            boolean isFrozen = frozen.containsKey(each.dataTime());
            if (isFrozen && !inWindow) {
                others.add(Arrays.asList(each.dataTime().toString(), null, true)); // a gap where the window is
            } else if (!isFrozen && sent != null) {
                others.add(point(each.dataTime(), sent, measure, pollutant));
            }
            inWindow = isFrozen;
        }
        return new SignChart(
                pollutant.judgedUnit().equals("1") ? "" : pollutant.judgedUnit(),
                Stream.of(
                                new Series(frozenName, thinned(List.copyOf(frozen.values()))),
                                new Series(aroundName, thinned(others)))
                        .filter(each -> !each.points().isEmpty())
                        .toList());
    }

    private static List<List<@Nullable Object>> thinned(List<List<@Nullable Object>> points) {
        int step = points.size() / MOST_POINTS + 1;
        List<List<@Nullable Object>> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            kept.add(points.get(i));
        }
        return kept;
    }

    private static @Nullable PollutantData sent(Evidence.Row row, Pollutant pollutant) {
        Packet packet = Packet.builder("32", String.valueOf(row.cn()), "kept-record-0000000000")
                .items(new Content(row.layout(), row.numbers()).items())
                .build();
        PollutantData sent = packet.pollutants().get(pollutant.code());
        return sent != null || pollutant.oldCode() == null
                ? sent
                : packet.pollutants().get(pollutant.oldCode());
    }

    private static @Nullable PollutantData data(KeptRecord kept, Pollutant pollutant) {
        PollutantData sent = kept.values().get(pollutant.code());
        return sent != null || pollutant.oldCode() == null
                ? sent
                : kept.values().get(pollutant.oldCode());
    }

    private static List<@Nullable Object> point(
            LocalDateTime at, PollutantData sent, Measure measure, Pollutant pollutant) {
        BigDecimal value = sent.value(measure).map(pollutant::inJudgedUnit).orElse(null);
        return Arrays.asList(at.toString(), value, sent.normal());
    }
}
