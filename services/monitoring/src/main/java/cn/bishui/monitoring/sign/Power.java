package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.median;
import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** F10: treatment takes power. Looked at where a device sends the power (i33202) or the energy (i33201) of the treatment works. */
final class Power {

    private static final String POWER = "i33202";
    private static final String ENERGY = "i33201";
    private static final int DAY_HOURS = 24;

    private Power() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        return none(window, thresholds).or(() -> little(window, thresholds)).stream()
                .toList();
    }

    private static Optional<Observation> none(Window window, Thresholds thresholds) {
        LocalDateTime from = window.now().minusHours(DAY_HOURS);
        List<Value> power = values(window.uploads(), POWER).stream()
                .filter(each -> !each.at().isBefore(from))
                .toList();
        double[] flow = window.hourlyFlow().entrySet().stream()
                .filter(each -> !each.getKey().isBefore(from))
                .mapToDouble(Map.Entry::getValue)
                .filter(each -> each > 0)
                .toArray();
        int least = thresholds.count("F10.values");
        if (power.size() < least
                || flow.length < least
                || power.stream().anyMatch(each -> each.number() > thresholds.number("F10.power"))) {
            return Optional.empty();
        }
        return Optional.of(observation(
                from,
                window.now(),
                Map.of("values", String.valueOf(power.size()), "flow", shown(median(flow)) + " L/s"),
                "24小时内%d次上传的治理设施功率都接近零，而流量中位数为%s L/s".formatted(power.size(), shown(median(flow))),
                "All %d powers of the treatment uploaded in 24 hours are about zero while %s L/s flowed"
                        .formatted(power.size(), shown(median(flow)))));
    }

    private static Optional<Observation> little(Window window, Thresholds thresholds) {
        Map<LocalDate, Double> energy = energyByDay(values(window.uploads(), ENERGY));
        Map<LocalDate, Double> water = new TreeMap<>();
        Pollutant flow = Pollutants.of(Pollutant.FLOW);
        for (Value each : Window.series(window.hours(), flow, Measure.COU)) {
            water.merge(each.at().toLocalDate(), each.number(), Double::sum);
        }
        List<LocalDate> days = new ArrayList<>();
        List<Double> perWater = new ArrayList<>();
        energy.forEach((day, used) -> {
            Double flowed = water.get(day);
            if (day.isBefore(window.now().toLocalDate()) && flowed != null && flowed > 0) {
                days.add(day);
                perWater.add(used / flowed);
            }
        });
        int least = thresholds.count("F10.days");
        if (perWater.size() <= least) {
            return Optional.empty();
        }
        double last = perWater.getLast();
        double usual = median(perWater.subList(0, perWater.size() - 1).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        if (usual <= 0 || last >= thresholds.share("F10.share") * usual) {
            return Optional.empty();
        }
        LocalDateTime from = days.getLast().atStartOfDay();
        return Optional.of(observation(
                from,
                from.plusDays(1),
                Map.of("energy-per-water", shown(last) + " kWh/m³", "usual", shown(usual) + " kWh/m³"),
                "%s单位水量耗电%s kWh/m³，平时为%s kWh/m³".formatted(days.getLast(), shown(last), shown(usual)),
                "On %s the treatment used %s kWh/m³, usually %s kWh/m³"
                        .formatted(days.getLast(), shown(last), shown(usual))));
    }

    /** What a meter that counts up moved on in a day, from the first to the last value of the day. */
    private static Map<LocalDate, Double> energyByDay(List<Value> meter) {
        Map<LocalDate, List<Value>> byDay = new TreeMap<>();
        meter.forEach(each -> byDay.computeIfAbsent(each.at().toLocalDate(), _ -> new ArrayList<>())
                .add(each));
        Map<LocalDate, Double> energy = new TreeMap<>();
        byDay.forEach((day, values) -> {
            double used = values.getLast().number() - values.getFirst().number();
            // a meter that was read twice in the morning says nothing about the day
            boolean wholeDay =
                    values.getLast().at().isAfter(values.getFirst().at().plusHours(DAY_HOURS / 2));
            if (wholeDay && used >= 0) {
                energy.put(day, used);
            }
        });
        return energy;
    }

    private static List<Value> values(List<Said> uploads, String code) {
        List<Value> values = new ArrayList<>();
        for (Said each : uploads) {
            String sent = each.values().get(code);
            if (sent != null && sent.matches("\\d+(\\.\\d+)?")) {
                values.add(new Value(each.at(), Double.parseDouble(sent), 1, "N"));
            }
        }
        return values;
    }

    private static Observation observation(
            LocalDateTime from, LocalDateTime until, Map<String, String> numbers, String zh, String en) {
        return Observation.of(Sign.F10, null, from, until, Set.of(Window.PARAMETERS, Window.HOUR), numbers, zh, en);
    }
}
