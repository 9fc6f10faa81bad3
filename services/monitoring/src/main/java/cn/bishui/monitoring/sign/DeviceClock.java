package cn.bishui.monitoring.sign;

import cn.bishui.monitoring.reading.KeptRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * F14: real-time data come as soon as they are taken, so their time is the device's clock. Data that were held back differ by
 * ever less; a wrong clock always by as much.
 */
final class DeviceClock {

    private static final double QUARTER = 0.25;
    private static final double SECONDS_PER_MINUTE = 60;

    private DeviceClock() {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        int least = thresholds.count("F14.values");
        List<KeptRecord> last = window.realtime().stream()
                .filter(each -> each.version() == 1)
                .sorted(Comparator.comparing(KeptRecord::receivedAt))
                .toList();
        last = last.subList(Math.max(0, last.size() - least), last.size());
        if (last.size() < least) {
            return List.of();
        }
        double[] ahead = last.stream()
                .mapToDouble(each -> Duration.between(window.local(each.receivedAt()), each.dataTime())
                        .toSeconds())
                .toArray();
        double median = Statistics.median(ahead);
        double spread = Statistics.quantile(ahead, 1 - QUARTER) - Statistics.quantile(ahead, QUARTER);
        double minutes = Math.abs(median) / SECONDS_PER_MINUTE;
        if (minutes <= thresholds.number("F14.minutes") || spread > thresholds.number("F14.spread")) {
            return List.of();
        }
        LocalDateTime from = last.stream()
                .map(KeptRecord::dataTime)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        LocalDateTime to = last.stream()
                .map(KeptRecord::dataTime)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        String shown = Statistics.shown(minutes);
        return List.of(new Observation(
                Sign.F14,
                null,
                from,
                to.plusSeconds(1),
                Set.of(Window.REALTIME),
                window.local(last.getFirst().receivedAt()),
                window.local(last.getLast().receivedAt()),
                Map.of(
                        "minutes", (median > 0 ? "+" : "-") + shown,
                        "values", String.valueOf(last.size()),
                        "spread", Statistics.shown(spread) + " s"),
                "设备时间比平台时间%s%s分钟（最近%d个实时数据）".formatted(median > 0 ? "快" : "慢", shown, last.size()),
                "The device's clock is %s minutes %s the centre's (the last %d real-time values)"
                        .formatted(shown, median > 0 ? "ahead of" : "behind", last.size())));
    }
}
