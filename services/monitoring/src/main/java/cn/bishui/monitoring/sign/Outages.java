package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.percent;

import cn.bishui.monitoring.sign.Window.Outage;
import cn.bishui.standards.Pollutant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** F15: a bad line fails at any time; one that fails in the night, or when loads are high, may be helped. */
final class Outages {

    private static final int NIGHT_FROM = 22;
    private static final int NIGHT_TO = 6;

    private Outages() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        LocalDateTime earliest = window.now().minusDays(thresholds.count("F15.days"));
        List<Outage> outages = window.outages().stream()
                .filter(each -> !each.since().isBefore(earliest) && each.others() < thresholds.count("F15.others"))
                .toList();
        if (outages.size() < thresholds.count("F15.outages")) {
            return List.of();
        }
        List<Observation> found = new ArrayList<>();
        long night = outages.stream()
                .map(each -> each.since().getHour())
                .filter(hour -> hour >= NIGHT_FROM || hour < NIGHT_TO)
                .count();
        double share = (double) night / outages.size();
        if (share >= thresholds.share("F15.night")) {
            found.add(Observation.of(
                    Sign.F15,
                    null,
                    outages.getFirst().since(),
                    outages.getLast().since().plusSeconds(1),
                    Set.of(Observation.SILENCES),
                    Map.of("outages", String.valueOf(outages.size()), "at-night", String.valueOf(night)),
                    "%s天内%d次静默中有%d次（%s）始于22时至6时"
                            .formatted(thresholds.text("F15.days"), outages.size(), night, percent(share)),
                    "%d of %d outages in %s days (%s) began between 22 and 6 o'clock"
                            .formatted(night, outages.size(), thresholds.text("F15.days"), percent(share))));
        }
        for (Pollutant pollutant : Window.concentrations(window.hours())) {
            long high = outages.stream()
                    .filter(each ->
                            Flags.followsHighLoad(window, pollutant, each.since(), thresholds.share("F15.high")))
                    .count();
            double afterHigh = (double) high / outages.size();
            if (afterHigh >= thresholds.share("F15.load")) {
                found.add(Observation.of(
                        Sign.F15,
                        pollutant.code(),
                        outages.getFirst().since().minusHours(2),
                        outages.getLast().since().plusSeconds(1),
                        Set.of(Observation.SILENCES, Window.HOUR),
                        Map.of("outages", String.valueOf(outages.size()), "after-high-load", String.valueOf(high)),
                        "%s天内%d次静默中有%d次（%s）之前%s高于同钟点平时"
                                .formatted(
                                        thresholds.text("F15.days"),
                                        outages.size(),
                                        high,
                                        percent(afterHigh),
                                        pollutant.nameZh()),
                        "Before %d of %d outages in %s days (%s) %s was above what is usual at that time"
                                .formatted(
                                        high,
                                        outages.size(),
                                        thresholds.text("F15.days"),
                                        percent(afterHigh),
                                        pollutant.nameEn())));
            }
        }
        return found;
    }
}
