package cn.bishui.monitoring.hourwarning;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutant;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;

/** Warnings that were told. */
public interface HourlyWarnings {

    /**
     * Adds warnings in one statement.
     *
     * @return ids of those that were not there before
     */
    Set<String> add(Collection<Warning> warnings, Instant toldAt);

    /** Notes the order to keep a sample on all warnings of an hour of a device. */
    void keepsSample(int device, LocalDateTime hour, long command);

    /** Whether a sample of an hour was ordered. */
    boolean sampleOrdered(int device, LocalDateTime hour);

    /**
     * Somebody has seen it.
     *
     * @return false if somebody had before
     */
    boolean acknowledge(String id, String by, Instant at);

    /** Whether there is such a warning. */
    boolean exists(String id);

    /**
     * An hour over the limit.
     *
     * @param hour beginning, the device's local time
     * @param permit that sets the limit
     */
    record Warning(
            Device device,
            Pollutant pollutant,
            LocalDateTime hour,
            Judgement judgement,
            Permit permit,
            String limitSet) {

        /** The same however often the hour is sent. */
        public String id() {
            return device.mn() + "-" + pollutant.code() + "-" + hour;
        }
    }
}
