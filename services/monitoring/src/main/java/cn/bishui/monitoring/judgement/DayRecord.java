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
record DayRecord(Device device, LocalDate day, Instant receivedAt, Map<String, PollutantData> values) {

    /** Copies the map. */
    DayRecord {
        values = Map.copyOf(values);
    }

    DueDays.DeviceDay deviceDay() {
        return new DueDays.DeviceDay(device.id(), day);
    }
}
