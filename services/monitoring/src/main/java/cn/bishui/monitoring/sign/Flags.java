package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.percent;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.FlagCount;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** F07: too many data are put aside as calibration or maintenance, or just those after a high load. */
final class Flags {

    private Flags() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.pollutants(window.hours())) {
            tooMany(window, thresholds, pollutant)
                    .or(() -> clustered(window, thresholds, pollutant))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Whether it is worth counting the real-time data: one datum flagged makes its hour flagged, so where few hours are, few
     * data are.
     */
    static boolean worthCounting(List<KeptRecord> hours, LocalDateTime from, Thresholds thresholds) {
        List<KeptRecord> lately =
                hours.stream().filter(each -> !each.dataTime().isBefore(from)).toList();
        return Window.pollutants(lately).stream().anyMatch(pollutant -> {
            long flagged =
                    lately.stream().filter(each -> serviced(each, pollutant)).count();
            return flagged > thresholds.share("F07.share") * lately.size();
        });
    }

    private static Optional<Observation> tooMany(Window window, Thresholds thresholds, Pollutant pollutant) {
        FlagCount count = window.flags().get(pollutant.code());
        if (count == null || count.values() < thresholds.count("F07.least")) {
            return Optional.empty();
        }
        double share = (double) count.flagged() / count.values();
        if (share <= thresholds.share("F07.share")) {
            return Optional.empty();
        }
        return Optional.of(Observation.of(
                Sign.F07,
                pollutant.code(),
                window.now().minusDays(thresholds.count("F07.days")),
                window.now(),
                Set.of(Window.HOUR, Window.REALTIME),
                Map.of(
                        "values", String.valueOf(count.values()),
                        "flagged", String.valueOf(count.flagged()),
                        "share", percent(share)),
                "%s %s天内%d个实时数据中有%d个（%s）标记为校准或维护"
                        .formatted(
                                pollutant.nameZh(),
                                thresholds.text("F07.days"),
                                count.values(),
                                count.flagged(),
                                percent(share)),
                "%s: %d of %d real-time values (%s) in %s days are marked as calibration or maintenance"
                        .formatted(
                                pollutant.nameEn(),
                                count.flagged(),
                                count.values(),
                                percent(share),
                                thresholds.text("F07.days"))));
    }

    private static Optional<Observation> clustered(Window window, Thresholds thresholds, Pollutant pollutant) {
        List<Value> valid = window.validHours(pollutant);
        Map<Integer, Double> usual = Statistics.byClockHour(valid);
        Map<LocalDateTime, Double> byHour = new HashMap<>();
        valid.forEach(each -> byHour.put(each.at(), each.number()));
        List<LocalDateTime> blocks = new ArrayList<>();
        int afterHigh = 0;
        KeptRecord before = null;
        for (KeptRecord each : window.hours()) {
            boolean begins = serviced(each, pollutant) && (before == null || !serviced(before, pollutant));
            Double load = byHour.get(each.dataTime().minusHours(1));
            if (begins && load != null) {
                blocks.add(each.dataTime());
                afterHigh += high(load, usual.get(each.dataTime().minusHours(1).getHour()), thresholds) ? 1 : 0;
            }
            before = each;
        }
        double share = blocks.isEmpty() ? 0 : (double) afterHigh / blocks.size();
        if (blocks.size() < thresholds.count("F07.blocks") || share < thresholds.share("F07.clustered")) {
            return Optional.empty();
        }
        return Optional.of(Observation.of(
                Sign.F07,
                pollutant.code(),
                blocks.getFirst().minusHours(1),
                blocks.getLast().plusHours(1),
                Set.of(Window.HOUR),
                Map.of(
                        "blocks", String.valueOf(blocks.size()),
                        "after-high-load", String.valueOf(afterHigh),
                        "share", percent(share)),
                "%s的%d次校准或维护中有%d次（%s）紧接在高于同钟点平时30%%以上的小时之后"
                        .formatted(pollutant.nameZh(), blocks.size(), afterHigh, percent(share))
                        .replace("30%", thresholds.text("F07.high") + "%"),
                "%s: %d of %d calibrations or maintenances (%s) follow an hour that was %s %% above what is usual at that time"
                        .formatted(
                                pollutant.nameEn(),
                                afterHigh,
                                blocks.size(),
                                percent(share),
                                thresholds.text("F07.high"))));
    }

    private static boolean high(double load, @Nullable Double usual, Thresholds thresholds) {
        return usual != null && load > (1 + thresholds.share("F07.high")) * usual;
    }

    private static boolean serviced(KeptRecord kept, Pollutant pollutant) {
        PollutantData sent = Window.of(kept, pollutant);
        return sent != null && serviced(sent.flag());
    }

    /** Whether a flag says calibration or maintenance. */
    static boolean serviced(@Nullable String flag) {
        return DataFlag.CALIBRATION.code().equals(flag)
                || DataFlag.MAINTENANCE.code().equals(flag);
    }

    /** The last hour mean before a moment, if it is above what is usual at its clock hour by more than a share. */
    static boolean followsHighLoad(Window window, Pollutant pollutant, LocalDateTime moment, double over) {
        List<Value> valid = Window.series(window.hours(), pollutant, Measure.AVG).stream()
                .filter(Value::normal)
                .toList();
        LocalDateTime hour = moment.minusHours(1);
        Map<Integer, Double> usual = Statistics.byClockHour(valid);
        return valid.stream()
                .filter(each ->
                        !each.at().isBefore(hour.minusHours(1)) && !each.at().isAfter(moment))
                .anyMatch(each -> {
                    Double median = usual.get(each.at().getHour());
                    return median != null && each.number() > (1 + over) * median;
                });
    }
}
