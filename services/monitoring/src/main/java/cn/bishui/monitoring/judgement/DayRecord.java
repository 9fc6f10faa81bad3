package cn.bishui.monitoring.judgement;

import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.device.Device;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a device said about a day (CN 2031).
 *
 * @param device one at an outlet
 * @param values by code as sent
 */
public record DayRecord(Device device, LocalDate day, Instant receivedAt, Map<String, PollutantData> values) {

    /** Copies the map. */
    public DayRecord {
        values = Map.copyOf(values);
    }
}
