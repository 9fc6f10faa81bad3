package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.shown;

import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What chemistry does not allow: F17, F18. */
final class Chemistry {

    private static final String COD = "w01018";
    private static final String TOTAL_NITROGEN = "w21001";
    private static final List<String> PARTS = List.of("w21003", "w21006", "w21007");
    private static final int DAY_HOURS = 24;

    private Chemistry() {}

    static List<Observation> nitrogen(Window window, Thresholds thresholds) {
        Map<LocalDateTime, Double> parts = new HashMap<>();
        for (String code : PARTS) {
            lately(window, code).forEach((hour, value) -> parts.merge(hour, value, Double::sum));
        }
        return larger(
                        window,
                        thresholds,
                        Sign.F17,
                        TOTAL_NITROGEN,
                        parts,
                        "F17.factor",
                        "F17.hours",
                        "氨氮、硝酸盐氮、亚硝酸盐氮之和",
                        "ammonia, nitrate and nitrite together")
                .stream()
                .toList();
    }

    static List<Observation> oxygenDemand(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        for (String code : List.of("w01017", "w01019")) {
            Pollutant part = Pollutants.of(code);
            if (found.isEmpty()) {
                larger(
                                window,
                                thresholds,
                                Sign.F18,
                                COD,
                                lately(window, code),
                                "F18.factor",
                                "F18.hours",
                                part.nameZh(),
                                part.nameEn())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Map<LocalDateTime, Double> lately(Window window, String code) {
        Map<LocalDateTime, Double> values = new HashMap<>();
        for (Value each : Window.since(
                window.validHours(Pollutants.of(code)), window.now().minusHours(DAY_HOURS))) {
            values.put(each.at(), each.number());
        }
        return values;
    }

    /** Hours in which a part is larger than the whole. */
    private static Optional<Observation> larger(
            Window window,
            Thresholds thresholds,
            Sign sign,
            String whole,
            Map<LocalDateTime, Double> parts,
            String factor,
            String hours,
            String zh,
            String en) {
        Map<LocalDateTime, Double> all = lately(window, whole);
        List<LocalDateTime> at = parts.entrySet().stream()
                .filter(each -> all.containsKey(each.getKey())
                        && each.getValue() > thresholds.number(factor) * all.getOrDefault(each.getKey(), 0.0))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (at.size() < thresholds.count(hours)) {
            return Optional.empty();
        }
        Pollutant known = Pollutants.of(whole);
        LocalDateTime last = at.getLast();
        double part = parts.getOrDefault(last, 0.0);
        double of = all.getOrDefault(last, 0.0);
        return Optional.of(Observation.of(
                sign,
                whole,
                at.getFirst(),
                last.plusHours(1),
                Set.of(Window.HOUR),
                Map.of(
                        "hours",
                        String.valueOf(at.size()),
                        "part",
                        shown(part) + " mg/L",
                        "whole",
                        shown(of) + " mg/L",
                        "at",
                        last.toString()),
                "24小时内有%d个小时%s大于%s，最近一个%s与%s mg/L".formatted(at.size(), zh, known.nameZh(), shown(part), shown(of)),
                "In %d of 24 hours %s is above %s, the latest %s and %s mg/L"
                        .formatted(at.size(), en, known.nameEn(), shown(part), shown(of))));
    }
}
