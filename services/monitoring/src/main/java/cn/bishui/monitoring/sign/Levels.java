package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.deviation;
import static cn.bishui.monitoring.sign.Statistics.median;
import static cn.bishui.monitoring.sign.Statistics.numbers;
import static cn.bishui.monitoring.sign.Statistics.percent;
import static cn.bishui.monitoring.sign.Statistics.quantity;
import static cn.bishui.monitoring.sign.Statistics.resolution;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Signs in the height of hour means: F01, F02, F03, A5. */
final class Levels {

    private static final Set<Integer> HOURS = Set.of(Window.HOUR);
    private static final int DAY_HOURS = 24;

    /** What sewage always has some of: COD, CODMn, BOD5, total and ammonia nitrogen, phosphorus. */
    private static final Set<String> ALWAYS_THERE = Set.of("w01018", "w01019", "w01017", "w21001", "w21003", "w21011");

    private static final String TEMPERATURE = "w01010";

    private Levels() {}

    static List<Observation> constant(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.pollutants(window.hours())) {
            if (!pollutant.code().equals(TEMPERATURE)) {
                constant(window, thresholds, pollutant).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Observation> constant(Window window, Thresholds thresholds, Pollutant pollutant) {
        int hours = thresholds.count("F01.hours");
        List<Value> all = window.validHours(pollutant);
        List<Value> lately = Window.since(all, window.now().minusHours(thresholds.count("F01.within") + 1L));
        if (lately.size() < hours) {
            return Optional.empty();
        }
        List<Value> last = lately.subList(lately.size() - hours, lately.size());
        LocalDateTime from = last.getFirst().at();
        double[] values = numbers(last);
        double resolution = resolution(all);
        double deviation = deviation(values);
        if (deviation >= resolution) {
            return Optional.empty();
        }
        List<Value> earlier = Window.before(all, from);
        boolean usuallyVaries = earlier.size() >= DAY_HOURS
                && deviation(numbers(earlier)) >= thresholds.number("F01.usual") * resolution;
        double unit = Statistics.unitOfLastDigit(last);
        boolean allEqual = deviation < unit / 1000 && Math.abs(values[0]) >= thresholds.number("F01.digits") * unit;
        if (!usuallyVaries && !allEqual) {
            return Optional.empty();
        }
        String of = pollutant.judgedUnit();
        return Optional.of(Observation.of(
                Sign.F01,
                pollutant.code(),
                from,
                last.getLast().at().plusHours(1),
                HOURS,
                Map.of(
                        "mean", quantity(Statistics.mean(values), of),
                        "deviation", quantity(deviation, of),
                        "resolution", quantity(resolution, of),
                        "usual-deviation", earlier.size() < 2 ? "" : quantity(deviation(numbers(earlier)), of)),
                "%s连续%d个有效小时均值为%s，标准差%s小于分辨力%s"
                        .formatted(
                                pollutant.nameZh(),
                                hours,
                                quantity(Statistics.mean(values), of),
                                shown(deviation),
                                quantity(resolution, of)),
                "%s: %d valid hour means of %s, standard deviation %s below the resolution %s"
                        .formatted(
                                pollutant.nameEn(),
                                hours,
                                quantity(Statistics.mean(values), of),
                                shown(deviation),
                                quantity(resolution, of))));
    }

    static List<Observation> zero(Window window, Thresholds thresholds) {
        Map<LocalDateTime, Double> flow = window.hourlyFlow();
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            List<Value> all = window.validHours(pollutant).stream()
                    .filter(each -> flow.getOrDefault(each.at(), 0.0) > 0)
                    .toList();
            List<Value> none = Window.since(all, window.now().minusHours(DAY_HOURS)).stream()
                    .filter(each -> each.number() <= 0)
                    .toList();
            if (none.size() < thresholds.count("F02.hours")) {
                continue;
            }
            LocalDateTime from = none.getFirst().at();
            List<Value> earlier = Window.before(all, from);
            boolean usuallySome = earlier.size() >= DAY_HOURS
                    && median(numbers(earlier)) >= thresholds.number("F02.usual") * resolution(earlier);
            if (!usuallySome && !ALWAYS_THERE.contains(pollutant.code())) {
                continue;
            }
            double water = none.stream()
                    .mapToDouble(each -> flow.getOrDefault(each.at(), 0.0))
                    .average()
                    .orElse(0);
            found.add(Observation.of(
                    Sign.F02,
                    pollutant.code(),
                    from,
                    none.getLast().at().plusHours(1),
                    HOURS,
                    Map.of("hours", String.valueOf(none.size()), "flow", quantity(water, "L/s")),
                    "%s有%d个小时均值为零或负值，同时流量平均%s L/s".formatted(pollutant.nameZh(), none.size(), shown(water)),
                    "%s: %d hour means of zero or less while %s L/s flowed"
                            .formatted(pollutant.nameEn(), none.size(), shown(water))));
        }
        return found;
    }

    static List<Observation> crowding(Window window, Thresholds thresholds) {
        LocalDate today = window.now().toLocalDate();
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            Optional<Limit> limit = window.upperLimit(pollutant, today);
            List<Value> last = Window.since(
                    window.validHours(pollutant), window.now().minusHours(thresholds.count("F03.hours") + 1L));
            if (limit.isEmpty() || last.size() < thresholds.count("F03.valid")) {
                continue;
            }
            BigDecimal most = Objects.requireNonNull(limit.get().max());
            double upper = most.doubleValue();
            double lower = upper * (1 - thresholds.share("F03.margin"));
            long inside = last.stream()
                    .filter(each -> each.number() >= lower && each.number() <= upper)
                    .count();
            double share = (double) inside / last.size();
            if (upper <= 0 || share < thresholds.share("F03.share")) {
                continue;
            }
            String unit = pollutant.judgedUnit();
            found.add(Observation.of(
                    Sign.F03,
                    pollutant.code(),
                    last.getFirst().at(),
                    last.getLast().at().plusHours(1),
                    HOURS,
                    Map.of(
                            "hours", String.valueOf(last.size()),
                            "inside", String.valueOf(inside),
                            "limit", quantity(upper, unit),
                            "limit-source", limit.get().source()),
                    "%s %d个有效小时均值中有%d个在%s至限值%s之间"
                            .formatted(pollutant.nameZh(), last.size(), inside, shown(lower), quantity(upper, unit)),
                    "%s: %d of %d valid hour means lie between %s and the limit of %s (%s)"
                            .formatted(
                                    pollutant.nameEn(),
                                    inside,
                                    last.size(),
                                    shown(lower),
                                    quantity(upper, unit),
                                    percent(share))));
        }
        return found;
    }

    static List<Observation> overRange(Window window, Thresholds thresholds) {
        LocalDateTime earliest = window.now().minusHours(DAY_HOURS);
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.pollutants(window.hours())) {
            List<KeptRecord> over = window.hours().stream()
                    .filter(each -> !each.dataTime().isBefore(earliest))
                    .filter(each -> {
                        PollutantData sent = Window.of(each, pollutant);
                        return sent != null && DataFlag.OVER_RANGE.code().equals(sent.flag());
                    })
                    .toList();
            if (over.isEmpty()) {
                continue;
            }
            String sent = Window.series(over, pollutant, Measure.AVG).stream()
                    .map(each -> shown(each.number()))
                    .distinct()
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("–");
            found.add(Observation.of(
                    Sign.A5,
                    pollutant.code(),
                    over.getFirst().dataTime(),
                    over.getLast().dataTime().plusHours(1),
                    HOURS,
                    Map.of("hours", String.valueOf(over.size()), "sent", sent),
                    "%s有%d个小时数据标记为超测量上限(T)".formatted(pollutant.nameZh(), over.size()),
                    "%s: %d hour records are marked above the measuring range (T)"
                            .formatted(pollutant.nameEn(), over.size())));
        }
        return found;
    }
}
