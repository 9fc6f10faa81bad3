package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.quantity;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.sign.Steps.Fine;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * F08: means that were uploaded are computed again from what is finer. Devices weight by flow or do not, so the nearer of both
 * means counts.
 */
final class MeansAgain {

    private static final int HOUR_SECONDS = 3600;
    private static final int HOURS_OF_DAY = 24;
    private static final int DAYS_BACK = 3;

    private MeansAgain() {}

    /** A mean that does not agree. */
    private record Other(LocalDateTime at, double uploaded, double recomputed) {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        Fine fine = Fine.of(window);
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            hours(window, fine, thresholds, pollutant)
                    .or(() -> days(window, thresholds, pollutant))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Observation> hours(Window window, Fine fine, Thresholds thresholds, Pollutant pollutant) {
        double seconds = fine.seconds();
        if (fine.records().isEmpty() || !(seconds > 0)) {
            return Optional.empty();
        }
        double needed = thresholds.share("F08.coverage") * HOUR_SECONDS / seconds;
        List<Value> values = Window.series(fine.records(), pollutant, fine.measure());
        LocalDateTime first = fine.records().getFirst().dataTime();
        List<Other> others = new ArrayList<>();
        for (Value hour : Window.series(window.hours(), pollutant, Measure.AVG)) {
            LocalDateTime end = hour.at().plusHours(1);
            if (!hour.normal() || hour.at().isBefore(first) || end.isAfter(window.now())) {
                continue;
            }
            List<Value> within = Window.before(Window.since(values, hour.at()), end);
            if (within.size() >= needed && within.stream().allMatch(Value::normal)) {
                Other other = other(hour, within, fine.flow(), thresholds);
                if (other != null) {
                    others.add(other);
                }
            }
        }
        if (others.size() < thresholds.count("F08.hours")) {
            return Optional.empty();
        }
        return Optional.of(observation(
                pollutant,
                others,
                others.getLast().at().plusHours(1),
                Set.of(Window.HOUR, fine.cn()),
                "小时均值",
                "实时或分钟数据",
                "hour means",
                "real-time or minute data"));
    }

    private static Optional<Observation> days(Window window, Thresholds thresholds, Pollutant pollutant) {
        LocalDateTime earliest = window.now().minusDays(DAYS_BACK + 1L);
        List<Value> hours = Window.series(window.hours(), pollutant, Measure.AVG);
        Map<LocalDateTime, Double> flow = window.hourlyFlow();
        List<Other> others = new ArrayList<>();
        for (Value day : Window.since(Window.series(window.days(), pollutant, Measure.AVG), earliest)) {
            List<Value> within =
                    Window.before(Window.since(hours, day.at()), day.at().plusHours(HOURS_OF_DAY));
            if (day.normal()
                    && within.size() >= thresholds.count("F08.day")
                    && within.stream().allMatch(Value::normal)) {
                Other other = other(day, within, flow, thresholds);
                if (other != null) {
                    others.add(other);
                }
            }
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(observation(
                pollutant,
                others,
                others.getLast().at().plusDays(1),
                Set.of(Window.DAY, Window.HOUR),
                "日均值",
                "小时数据",
                "day means",
                "hour records"));
    }

    /** What the mean ought to be, if neither mean of the values is near what was uploaded. */
    private static @Nullable Other other(
            Value uploaded, List<Value> within, Map<LocalDateTime, Double> flow, Thresholds thresholds) {
        double plain = Statistics.mean(Statistics.numbers(within));
        double sum = 0;
        double water = 0;
        for (Value each : within) {
            double weight = flow.getOrDefault(each.at(), 0.0);
            sum += weight * each.number();
            water += weight;
        }
        double weighted = water > 0 ? sum / water : plain;
        boolean plainNearer = Math.abs(plain - uploaded.number()) <= Math.abs(weighted - uploaded.number());
        double nearer = plainNearer ? plain : weighted;
        double difference = Math.abs(nearer - uploaded.number());
        boolean differs = difference > thresholds.share("F08.difference") * Math.abs(nearer)
                && difference > 2 * uploaded.unitOfLastDigit();
        return differs ? new Other(uploaded.at(), uploaded.number(), nearer) : null;
    }

    private static Observation observation(
            Pollutant pollutant,
            List<Other> others,
            LocalDateTime until,
            Set<Integer> records,
            String what,
            String from,
            String whatEn,
            String fromEn) {
        Other last = others.getLast();
        return Observation.of(
                Sign.F08,
                pollutant.code(),
                others.getFirst().at(),
                until,
                records,
                Map.of(
                        "differing", String.valueOf(others.size()),
                        "uploaded", quantity(last.uploaded(), pollutant.judgedUnit()),
                        "recomputed", quantity(last.recomputed(), pollutant.judgedUnit()),
                        "at", last.at().toString()),
                "%s有%d个%s与由%s重算的不符，最近一个上传%s、重算%s"
                        .formatted(
                                pollutant.nameZh(),
                                others.size(),
                                what,
                                from,
                                shown(last.uploaded()),
                                quantity(last.recomputed(), pollutant.judgedUnit())),
                "%s: %d %s differ from what %s give, the latest is %s instead of %s"
                        .formatted(
                                pollutant.nameEn(),
                                others.size(),
                                whatEn,
                                fromEn,
                                shown(last.uploaded()),
                                quantity(last.recomputed(), pollutant.judgedUnit())));
    }
}
