package cn.bishui.monitoring.reading;

import cn.bishui.hj212.PollutantData;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * A record as it was kept.
 *
 * @param dataTime moment of collection, or start of the period; the device's local time
 * @param receivedAt when it came; of several parts the last one
 * @param version 1, and one more for each that said something else about the same; of several parts the highest
 * @param values by code as sent
 */
public record KeptRecord(LocalDateTime dataTime, Instant receivedAt, int version, Map<String, PollutantData> values) {

    /** Keeps a copy. */
    public KeptRecord {
        values = Map.copyOf(values);
    }
}
