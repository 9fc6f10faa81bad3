package cn.bishui.monitoring.reading;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.effluent.EffectiveMean;
import cn.bishui.standards.load.Load;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was kept.
 *
 * @param dataTime moment of collection, or start of the period; the device's local time
 * @param receivedAt when it came; of several parts the last one
 * @param version 1, and one more for each that said something else about the same; of several parts the highest
 * @param values by code as sent
 */
public record KeptRecord(LocalDateTime dataTime, Instant receivedAt, int version, Map<String, PollutantData> values) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Keeps a copy. */
    public KeptRecord {
        values = Map.copyOf(values);
    }

    /** The hour records of a day by hour; of two in one hour the first. */
    public static SortedMap<Integer, KeptRecord> byHour(List<KeptRecord> hours) {
        SortedMap<Integer, KeptRecord> byHour = new TreeMap<>();
        hours.forEach(each -> byHour.putIfAbsent(each.dataTime().getHour(), each));
        return byHour;
    }

    /** What is said by code of 2017, into which one of 2005 is turned; of a code that came in both forms the first holds. */
    public SortedMap<String, PollutantData> byPollutant() {
        SortedMap<String, PollutantData> byCode = new TreeMap<>();
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> byCode.putIfAbsent(
                        Pollutants.find(each.getKey()).map(Pollutant::code).orElse(each.getKey()), each.getValue()));
        return byCode;
    }

    /** What an hour record says of a pollutant, as a day is judged by it. */
    public EffectiveMean.Hour hour(Pollutant pollutant) {
        PollutantData sent = byPollutant().get(pollutant.code());
        return new EffectiveMean.Hour(
                dataTime.getHour(),
                sent == null ? null : sent.value(Measure.AVG).orElse(null),
                sent == null ? null : sent.flag(),
                waterOfHour());
    }

    /** Water of an hour record in m³: the amount if it was sent, else out of the mean flow; null unless the flow is flagged as normal. */
    public @Nullable BigDecimal waterOfHour() {
        PollutantData flow = byPollutant().get(Pollutant.FLOW);
        if (flow == null || !flow.normal()) {
            return null;
        }
        return flow.value(Measure.COU)
                .or(() -> flow.value(Measure.AVG).map(mean -> Load.cubicMetres(mean, HOUR)))
                .filter(water -> water.signum() >= 0)
                .orElse(null);
    }
}
