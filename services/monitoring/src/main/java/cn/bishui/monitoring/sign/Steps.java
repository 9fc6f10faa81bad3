package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.median;
import static cn.bishui.monitoring.sign.Statistics.numbers;
import static cn.bishui.monitoring.sign.Statistics.percent;
import static cn.bishui.monitoring.sign.Statistics.quantity;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sudden falls: F04, and F13 where somebody was in the station before. */
final class Steps {

    private static final String DOOR = "i32001";
    private static final String CLOSED = "0";

    /** A fall from less than so many units of the last digit is none. */
    private static final int LEAST_UNITS = 20;

    private static final int LEAST_VALUES = 20;
    private static final Duration WIDEST_GAP = Duration.ofMinutes(15);
    private static final Duration AROUND = Duration.ofHours(1);

    private Steps() {}

    /** A fall that stays. */
    private record Step(Pollutant pollutant, LocalDateTime at, LocalDateTime stays, double before, double after) {

        double share() {
            return 1 - after / before;
        }
    }

    static List<Observation> falls(Window window, Thresholds thresholds) {
        Fine fine = Fine.of(window);
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(fine.records())) {
            Step step = latest(window, fine, thresholds, pollutant, thresholds.share("F04.fall"));
            if (step != null) {
                found.add(Observation.of(
                        Sign.F04,
                        pollutant.code(),
                        step.at().minus(AROUND),
                        step.stays().plusSeconds(1),
                        Set.of(fine.cn()),
                        numbersOf(step, null),
                        "%s于%s由%s一步降至%s（下降%s），流量没有相应减少，之前没有校准或维护标记"
                                .formatted(
                                        pollutant.nameZh(),
                                        Moments.shown(step.at()),
                                        shown(step.before()),
                                        quantity(step.after(), pollutant.judgedUnit()),
                                        percent(step.share())),
                        "%s fell in one step at %s from %s to %s (by %s) with no less water and no calibration or maintenance before"
                                .formatted(
                                        pollutant.nameEn(),
                                        Moments.shown(step.at()),
                                        shown(step.before()),
                                        quantity(step.after(), pollutant.judgedUnit()),
                                        percent(step.share()))));
            }
        }
        return found;
    }

    static List<Observation> afterDoor(Window window, Thresholds thresholds) {
        List<LocalDateTime> opened = window.uploads().stream()
                .filter(each -> {
                    String state = each.values().get(DOOR);
                    return state != null && !state.equals(CLOSED);
                })
                .map(Said::at)
                .toList();
        if (opened.isEmpty()) {
            return List.of();
        }
        Fine fine = Fine.of(window);
        Duration within = Duration.ofMinutes(thresholds.count("F13.minutes"));
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(fine.records())) {
            Step step = latest(window, fine, thresholds, pollutant, thresholds.share("F13.fall"));
            LocalDateTime door = step == null
                    ? null
                    : opened.stream()
                            .filter(each -> !each.isAfter(step.at())
                                    && !each.isBefore(step.at().minus(within)))
                            .max(LocalDateTime::compareTo)
                            .orElse(null);
            if (step != null && door != null) {
                found.add(Observation.of(
                        Sign.F13,
                        pollutant.code(),
                        step.at().minus(AROUND),
                        step.stays().plusSeconds(1),
                        Set.of(fine.cn(), Window.PARAMETERS),
                        numbersOf(step, door),
                        "站房门于%s开启，%s于%s由%s降至%s"
                                .formatted(
                                        Moments.shown(door),
                                        pollutant.nameZh(),
                                        Moments.shown(step.at()),
                                        shown(step.before()),
                                        quantity(step.after(), pollutant.judgedUnit())),
                        "The station's door was opened at %s; %s fell at %s from %s to %s"
                                .formatted(
                                        Moments.shown(door),
                                        pollutant.nameEn(),
                                        Moments.shown(step.at()),
                                        shown(step.before()),
                                        quantity(step.after(), pollutant.judgedUnit()))));
            }
        }
        return found;
    }

    private static Map<String, String> numbersOf(Step step, @Nullable LocalDateTime door) {
        return Map.of(
                "at", step.at().toString(),
                "before", quantity(step.before(), step.pollutant().judgedUnit()),
                "after", quantity(step.after(), step.pollutant().judgedUnit()),
                "fall", percent(step.share()),
                "door", door == null ? "" : door.toString());
    }

    private static @Nullable Step latest(
            Window window, Fine fine, Thresholds thresholds, Pollutant pollutant, double fall) {
        List<Value> values = Window.series(fine.records(), pollutant, fine.measure());
        int before = thresholds.count("F04.before");
        int after = thresholds.count("F04.after");
        if (values.size() < LEAST_VALUES) {
            return null;
        }
        for (int i = values.size() - after; i >= before; i--) {
            List<Value> earlier = values.subList(i - before, i);
            List<Value> later = values.subList(i, i + after);
            double level = median(numbers(earlier));
            boolean fell = values.get(i - 1).number() >= fall * level
                    && later.stream().allMatch(each -> each.number() <= (1 - fall) * level)
                    && level >= LEAST_UNITS * values.get(i).unitOfLastDigit();
            if (fell
                    && unbroken(values.subList(i - before, i + after), window)
                    && !serviced(fine.records(), pollutant, values.get(i).at())
                    && flows(fine, thresholds, earlier, later)) {
                return new Step(pollutant, values.get(i).at(), later.getLast().at(), level, median(numbers(later)));
            }
        }
        return null;
    }

    private static boolean unbroken(List<Value> values, Window window) {
        Duration most = window.interval().multipliedBy(3);
        Duration gap = most.compareTo(WIDEST_GAP) > 0 ? most : WIDEST_GAP;
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).at().isAfter(values.get(i - 1).at().plus(gap))) {
                return false;
            }
        }
        return values.stream().allMatch(Value::normal);
    }

    /** Whether the instrument was calibrated or maintained in the hour before. */
    private static boolean serviced(List<KeptRecord> records, Pollutant pollutant, LocalDateTime at) {
        return records.stream()
                .filter(each -> !each.dataTime().isAfter(at) && each.dataTime().isAfter(at.minus(AROUND)))
                .map(each -> Window.of(each, pollutant))
                .filter(Objects::nonNull)
                .anyMatch(sent -> DataFlag.CALIBRATION.code().equals(sent.flag())
                        || DataFlag.MAINTENANCE.code().equals(sent.flag()));
    }

    /** Whether as much water flows as before; taken as given where no flow is measured. */
    private static boolean flows(Fine fine, Thresholds thresholds, List<Value> earlier, List<Value> later) {
        double before = flow(fine, earlier);
        double after = flow(fine, later);
        return Double.isNaN(before) || Double.isNaN(after) || after >= (1 - thresholds.share("F04.flow")) * before;
    }

    private static double flow(Fine fine, List<Value> during) {
        return median(during.stream()
                .map(each -> fine.flow().get(each.at()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** The finest records there are. */
    record Fine(int cn, Measure measure, List<KeptRecord> records, Map<LocalDateTime, Double> flow) {

        static Fine of(Window window) {
            boolean realtime = window.realtime().size() >= window.minutes().size();
            List<KeptRecord> records = realtime ? window.realtime() : window.minutes();
            Measure measure = realtime ? Measure.RTD : Measure.AVG;
            return new Fine(
                    realtime ? Window.REALTIME : Window.MINUTES, measure, records, Window.flowOf(records, measure));
        }

        /** How many seconds lie between two records, mostly. */
        double seconds() {
            double[] gaps = new double[Math.max(0, records.size() - 1)];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = records.get(i + 1).dataTime().toEpochSecond(ZoneOffset.UTC)
                        - (double) records.get(i).dataTime().toEpochSecond(ZoneOffset.UTC);
            }
            return median(gaps);
        }
    }
}
