package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.median;
import static cn.bishui.monitoring.sign.Statistics.numbers;
import static cn.bishui.monitoring.sign.Statistics.percent;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * F12: clean water behind the treatment makes all concentrations smaller by the same factor while what is carried stays the
 * same. Rain comes through the treatment and does neither.
 */
final class Dilution {

    private static final String TEMPERATURE = "w01010";
    private static final int DAYS_BEFORE = 7;

    private Dilution() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        int hours = thresholds.count("F12.hours");
        List<Value> water = Window.series(window.hours(), Pollutants.of(Pollutant.FLOW), Measure.AVG);
        if (water.size() < hours) {
            return List.of();
        }
        LocalDateTime from = water.get(water.size() - hours).at();
        LocalDateTime earliest = from.minusDays(DAYS_BEFORE);
        int least = thresholds.count("F12.days");
        Change flow = Change.of(water, earliest, from, hours, least);
        Change heat = Change.of(
                Window.series(window.hours(), Pollutants.of(TEMPERATURE), Measure.AVG), earliest, from, hours, least);
        if (flow == null
                || heat == null
                || flow.lowest() < thresholds.share("F12.flow") * flow.before()
                || Math.abs(heat.after() - heat.before()) < thresholds.number("F12.temperature")) {
            return List.of();
        }
        List<Double> factors = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            Change change = Change.of(window.validHours(pollutant), earliest, from, hours, least);
            if (change != null && change.before() > 0) {
                factors.add(change.after() / change.before());
            }
        }
        double most = factors.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double fewest = factors.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double more = flow.after() / flow.before();
        double load = thresholds.share("F12.load");
        if (factors.size() < thresholds.count("F12.pollutants")
                || most > 1 - thresholds.share("F12.fall")
                || fewest <= 0
                || most / fewest > 1 + thresholds.share("F12.spread")
                || Math.abs(most * more - 1) > load
                || Math.abs(fewest * more - 1) > load) {
            return List.of();
        }
        LocalDateTime until = water.getLast().at().plusHours(1);
        return List.of(new Observation(
                Sign.F12,
                null,
                earliest,
                until,
                Set.of(Window.HOUR),
                from,
                until,
                Map.of(
                        "flow",
                        percent(more),
                        "concentrations",
                        percent(fewest) + " – " + percent(most),
                        "pollutants",
                        String.valueOf(factors.size()),
                        "temperature",
                        shown(heat.before()) + " → " + shown(heat.after()) + " °C"),
                "自%s起流量为平时的%s，%d项浓度同为平时的%s至%s，水温由%s变为%s °C"
                        .formatted(
                                Moments.shown(from),
                                percent(more),
                                factors.size(),
                                percent(fewest),
                                percent(most),
                                shown(heat.before()),
                                shown(heat.after())),
                "Since %s the flow is %s of the usual, %d concentrations are all %s to %s of it, and the water has %s instead of %s °C"
                        .formatted(
                                Moments.shown(from),
                                percent(more),
                                factors.size(),
                                percent(fewest),
                                percent(most),
                                shown(heat.after()),
                                shown(heat.before()))));
    }

    /** What the last hours are to the same clock hours of the days before, so that the rhythm of days does not matter. */
    private record Change(double before, double after, double lowest) {

        static @Nullable Change of(
                List<Value> values, LocalDateTime earliest, LocalDateTime from, int hours, int least) {
            List<Value> last = Window.since(values, from);
            if (last.size() < hours) {
                return null;
            }
            List<Value> before = Window.before(Window.since(values, earliest), from);
            double[] usual = new double[last.size()];
            for (int i = 0; i < usual.length; i++) {
                int hour = last.get(i).at().getHour();
                double[] same = numbers(before.stream()
                        .filter(each -> each.at().getHour() == hour)
                        .toList());
                if (same.length < least) {
                    return null;
                }
                usual[i] = median(same);
            }
            double[] after = numbers(last);
            return new Change(Statistics.mean(usual), Statistics.mean(after), Statistics.quantile(after, 0));
        }
    }
}
