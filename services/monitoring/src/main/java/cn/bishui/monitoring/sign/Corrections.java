package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.quantity;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Revised;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Pollutant;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * F16: a record of a time that was over already says something else when it comes again: another number, or that the
 * number, which was over the limit, does not count. What a device sent before the time was over counts for nothing.
 */
final class Corrections {

    /** Device clocks may be ahead by this much when they close a period. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private Corrections() {}

    private record Change(
            int cn,
            LocalDateTime at,
            LocalDateTime until,
            LocalDateTime came,
            double first,
            double last,
            @Nullable String flag) {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        Map<String, List<Change>> byPollutant = new TreeMap<>();
        Map<String, Pollutant> pollutants = new TreeMap<>();
        for (Revised record : window.revised()) {
            for (Pollutant pollutant : Window.concentrations(record.versions())) {
                change(window, thresholds, record, pollutant).ifPresent(change -> {
                    pollutants.put(pollutant.code(), pollutant);
                    byPollutant
                            .computeIfAbsent(pollutant.code(), _ -> new ArrayList<>())
                            .add(change);
                });
            }
        }
        List<Observation> found = new ArrayList<>();
        byPollutant.forEach((code, changes) -> {
            Pollutant pollutant = pollutants.get(code);
            if (pollutant != null) {
                found.add(observation(pollutant, changes));
            }
        });
        return found;
    }

    private static Optional<Change> change(Window window, Thresholds thresholds, Revised record, Pollutant pollutant) {
        KeptRecord earliest = record.versions().getFirst();
        LocalDateTime end = earliest.dataTime().plus(record.period());
        Value first = null;
        for (KeptRecord each : record.versions()) {
            boolean over = !window.local(each.receivedAt()).isBefore(end.minus(CLOCK_TOLERANCE));
            Value value = over ? value(each, pollutant) : null;
            if (value == null) {
                continue;
            }
            if (first == null) {
                first = value.normal() ? value : null;
            } else if (differs(first, value, pollutant, window, thresholds)) {
                return Optional.of(new Change(
                        record.cn(),
                        earliest.dataTime(),
                        end,
                        window.local(each.receivedAt()),
                        first.number(),
                        value.number(),
                        value.flag()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Value value(KeptRecord kept, Pollutant pollutant) {
        List<Value> values = Window.series(List.of(kept), pollutant, Measure.AVG);
        return values.isEmpty() ? null : values.getFirst();
    }

    private static boolean differs(
            Value first, Value again, Pollutant pollutant, Window window, Thresholds thresholds) {
        if (!again.normal()) {
            Optional<Limit> limit = window.upperLimit(pollutant, first.at().toLocalDate());
            return limit.map(Limit::max)
                    .filter(most -> first.number() > most.doubleValue())
                    .isPresent();
        }
        double difference = Math.abs(again.number() - first.number());
        return difference > thresholds.share("F16.change") * Math.abs(first.number())
                && difference > 1.5 * Math.max(first.unitOfLastDigit(), again.unitOfLastDigit());
    }

    private static Observation observation(Pollutant pollutant, List<Change> changes) {
        LocalDateTime from =
                changes.stream().map(Change::at).min(Comparator.naturalOrder()).orElseThrow();
        LocalDateTime until = changes.stream()
                .map(Change::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Change latest = changes.stream().max(Comparator.comparing(Change::came)).orElseThrow();
        Set<Integer> records = new TreeSet<>();
        changes.forEach(each -> records.add(each.cn()));
        String flag = latest.flag() == null ? "–" : latest.flag();
        return new Observation(
                Sign.F16,
                pollutant.code(),
                from,
                until,
                records,
                latest.came(),
                latest.came(),
                Map.of(
                        "changed", String.valueOf(changes.size()),
                        "record", latest.cn() + " " + latest.at(),
                        "first", quantity(latest.first(), pollutant.judgedUnit()),
                        "again", quantity(latest.last(), pollutant.judgedUnit()) + " " + flag,
                        "came", latest.came().toString()),
                "%s有%d条记录再次上传时与第一次不同，最近一条（%s）由%s变为%s，标记%s"
                        .formatted(
                                pollutant.nameZh(),
                                changes.size(),
                                Moments.shown(latest.at()),
                                shown(latest.first()),
                                quantity(latest.last(), pollutant.judgedUnit()),
                                flag),
                "%s: %d records differ from what was sent first; the latest (%s) says %s instead of %s, flag %s"
                        .formatted(
                                pollutant.nameEn(),
                                changes.size(),
                                Moments.shown(latest.at()),
                                shown(latest.last()),
                                quantity(latest.first(), pollutant.judgedUnit()),
                                flag));
    }
}
