package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.median;
import static cn.bishui.monitoring.sign.Statistics.percent;

import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * F05: low at fixed clock hours. The rhythm of days in sewage is round; somebody's hand has edges, at the same hour every day,
 * and leaves the flow as it is.
 */
final class Rhythm {

    private static final int HOURS = 24;
    private static final int OFFICE_FROM = 7;
    private static final int OFFICE_TO = 19;
    private static final double OFFICE_SHARE = 0.75;

    private Rhythm() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            look(window, thresholds, pollutant).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Observation> look(Window window, Thresholds thresholds, Pollutant pollutant) {
        List<Value> values =
                Window.since(window.validHours(pollutant), window.now().minusDays(thresholds.count("F05.days")));
        int least = thresholds.count("F05.least");
        Map<LocalDateTime, Double> byHour = new HashMap<>();
        values.forEach(each -> byHour.put(each.at(), each.number()));
        Map<Integer, Double> medians = Statistics.byClockHour(values);
        double fall = thresholds.share("F05.fall");
        Edge down = null;
        Edge up = null;
        for (int hour = 0; hour < HOURS; hour++) {
            Double here = medians.get(hour);
            Double next = medians.get((hour + 1) % HOURS);
            if (here == null || next == null || here <= 0 || next <= 0) {
                continue;
            }
            if (next <= (1 - fall) * here) {
                down = better(down, edge(byHour, hour, 1 - fall, least, true));
            } else if (here <= (1 - fall) * next) {
                up = better(up, edge(byHour, hour, 1 - fall, least, false));
            }
        }
        double needed = thresholds.share("F05.found");
        if (down == null || up == null || down.share() < needed || up.share() < needed) {
            return Optional.empty();
        }
        Set<Integer> low = new HashSet<>();
        for (int hour = (down.hour() + 1) % HOURS; hour != (up.hour() + 1) % HOURS; hour = (hour + 1) % HOURS) {
            low.add(hour);
        }
        if (!waterStays(window, values, low, thresholds.share("F05.flow"))) {
            return Optional.empty();
        }
        String from = "%02d:00".formatted((down.hour() + 1) % HOURS);
        String to = "%02d:00".formatted((up.hour() + 1) % HOURS);
        return Optional.of(Observation.of(
                Sign.F05,
                pollutant.code(),
                values.getFirst().at(),
                values.getLast().at().plusHours(1),
                Set.of(Window.HOUR),
                Map.of(
                        "low-from", from,
                        "low-to", to,
                        "days", String.valueOf(down.days()),
                        "falls", percent(down.share()),
                        "rises", percent(up.share())),
                "%s每天%s至%s偏低：%d天中%s在同一钟点突降，%s在同一钟点突升，流量不变"
                        .formatted(
                                pollutant.nameZh(), from, to, down.days(), percent(down.share()), percent(up.share())),
                "%s is low every day from %s to %s: on %s of %d days it falls and on %s it rises at that very hour while the flow stays"
                        .formatted(
                                pollutant.nameEn(),
                                from,
                                to,
                                percent(down.share()),
                                down.days(),
                                percent(up.share()))));
    }

    /** A clock hour after which the value jumps, and on which share of the days it does. */
    private record Edge(int hour, int days, double share) {}

    private static @Nullable Edge better(@Nullable Edge one, @Nullable Edge other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.share() >= other.share() ? one : other;
    }

    private static @Nullable Edge edge(
            Map<LocalDateTime, Double> byHour, int hour, double ratio, int least, boolean down) {
        int days = 0;
        int jumps = 0;
        Set<LocalDate> seen = new HashSet<>();
        for (Map.Entry<LocalDateTime, Double> each : byHour.entrySet()) {
            Double next = byHour.get(each.getKey().plusHours(1));
            if (each.getKey().getHour() != hour
                    || next == null
                    || !seen.add(each.getKey().toLocalDate())) {
                continue;
            }
            days++;
            // a single day may fall a little short of what the median shows
            double high = down ? each.getValue() : next;
            double low = down ? next : each.getValue();
            jumps += low <= Math.min(1, ratio * 1.2) * high ? 1 : 0;
        }
        return days < least ? null : new Edge(hour, days, (double) jumps / days);
    }

    /** Whether as much water flows in the low hours as in the others; where none is measured, whether they are office hours. */
    private static boolean waterStays(Window window, List<Value> values, Set<Integer> low, double most) {
        Map<LocalDateTime, Double> flow = window.hourlyFlow();
        if (flow.isEmpty()) {
            long office = low.stream()
                    .filter(hour -> hour >= OFFICE_FROM && hour < OFFICE_TO)
                    .count();
            return office >= OFFICE_SHARE * low.size();
        }
        double during = flow(values, flow, low, true);
        double otherwise = flow(values, flow, low, false);
        return otherwise > 0 && Math.abs(during / otherwise - 1) <= most;
    }

    private static double flow(List<Value> values, Map<LocalDateTime, Double> flow, Set<Integer> low, boolean inside) {
        return median(values.stream()
                .filter(each -> low.contains(each.at().getHour()) == inside)
                .mapToDouble(each -> flow.getOrDefault(each.at(), Double.NaN))
                .filter(each -> !Double.isNaN(each))
                .toArray());
    }
}
