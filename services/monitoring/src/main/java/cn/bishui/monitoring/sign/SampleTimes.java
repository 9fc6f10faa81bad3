package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.quantity;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Value;
import cn.bishui.standards.Pollutant;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** F09: where devices say when a sample was taken, time and value go on together. */
final class SampleTimes {

    private static final int SEVERAL = 3;

    private SampleTimes() {}

    /** A value with the moment at which its sample was taken. */
    private record Sampled(Value value, LocalDateTime taken) {}

    static List<Observation> look(Window window, Thresholds thresholds) {
        List<Observation> found = new ArrayList<>();
        for (Pollutant pollutant : Window.concentrations(window.realtime())) {
            List<Sampled> values = sampled(window.realtime(), pollutant);
            if (!values.isEmpty()) {
                timeStands(values, pollutant, thresholds)
                        .or(() -> valueStands(window, values, pollutant, thresholds))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Sampled> sampled(List<KeptRecord> records, Pollutant pollutant) {
        List<Sampled> values = new ArrayList<>();
        for (KeptRecord each : records) {
            PollutantData sent = Window.of(each, pollutant);
            LocalDateTime taken = sent == null ? null : sent.sampleTime();
            if (sent != null && taken != null) {
                Window.value(each.dataTime(), sent, pollutant, Measure.RTD)
                        .filter(Value::normal)
                        .ifPresent(value -> values.add(new Sampled(value, taken)));
            }
        }
        return values;
    }

    private static Optional<Observation> timeStands(List<Sampled> values, Pollutant pollutant, Thresholds thresholds) {
        LocalDateTime taken = values.getLast().taken();
        List<Sampled> same =
                values.stream().filter(each -> each.taken().equals(taken)).toList();
        LocalDateTime from = same.getFirst().value().at();
        LocalDateTime to = same.getLast().value().at();
        long different =
                same.stream().map(each -> each.value().number()).distinct().count();
        if (different < SEVERAL
                || Duration.between(from, to).compareTo(Duration.ofHours(thresholds.count("F09.hours"))) < 0) {
            return Optional.empty();
        }
        return Optional.of(observation(
                pollutant,
                from,
                to,
                Map.of("sample-time", taken.toString(), "different-values", String.valueOf(different)),
                "%s的采样时间自%s起停在%s，其间数值变了%d次"
                        .formatted(pollutant.nameZh(), Moments.shown(from), Moments.shown(taken), different - 1),
                "The sampling time of %s stands at %s since %s, while its value changed %d times"
                        .formatted(pollutant.nameEn(), Moments.shown(taken), Moments.shown(from), different - 1)));
    }

    private static Optional<Observation> valueStands(
            Window window, List<Sampled> values, Pollutant pollutant, Thresholds thresholds) {
        double last = values.getLast().value().number();
        @Nullable Sampled first = null;
        List<Sampled> same = new ArrayList<>();
        for (Sampled each : values.reversed()) {
            if (Double.compare(each.value().number(), last) != 0) {
                break;
            }
            same.add(each);
            first = each;
        }
        Set<LocalDateTime> cycles = same.stream().map(Sampled::taken).collect(Collectors.toSet());
        double unit = values.getLast().value().unitOfLastDigit();
        double[] hours = Statistics.numbers(window.validHours(pollutant));
        boolean usuallyVaries =
                hours.length < 24 || Statistics.deviation(hours) >= thresholds.number("F01.usual") * unit;
        if (first == null
                || cycles.size() < thresholds.count("F09.cycles")
                || last < thresholds.number("F09.digits") * unit
                || !usuallyVaries) {
            return Optional.empty();
        }
        return Optional.of(observation(
                pollutant,
                first.value().at(),
                values.getLast().value().at(),
                Map.of(
                        "value", quantity(last, pollutant.judgedUnit()),
                        "cycles", String.valueOf(cycles.size())),
                "%s连续%d个采样周期的数值都是%s"
                        .formatted(pollutant.nameZh(), cycles.size(), quantity(last, pollutant.judgedUnit())),
                "%s has been %s over %d cycles of sampling"
                        .formatted(pollutant.nameEn(), quantity(last, pollutant.judgedUnit()), cycles.size())));
    }

    private static Observation observation(
            Pollutant pollutant,
            LocalDateTime from,
            LocalDateTime to,
            Map<String, String> numbers,
            String zh,
            String en) {
        return Observation.of(
                Sign.F09, pollutant.code(), from, to.plusSeconds(1), Set.of(Window.REALTIME), numbers, zh, en);
    }
}
