package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.time.Duration;
import java.time.Instant;

/**
 * A device that measures at an outlet and speaks HJ 212.
 *
 * @param id short id within monitoring
 * @param mn its number in HJ 212
 * @param unit unified social credit code
 * @param outlet code within the permit
 * @param permit number of the permit whose limits hold at the outlet
 * @param reportInterval of real-time data
 * @param stateSince when it came into its state
 * @param version rises with every change
 */
public record Device(
        int id,
        String mn,
        DevicePassword password,
        String unit,
        String outlet,
        String permit,
        Duration reportInterval,
        DeviceState state,
        Instant stateSince,
        long version) {

    /** The device in service; code {@code device.in-service} if it is already. */
    public Device inService(Instant at) {
        if (state == DeviceState.IN_SERVICE) {
            throw RuleBroken.conflict("device.in-service", mn);
        }
        return in(DeviceState.IN_SERVICE, at);
    }

    /** The device out of service; code {@code device.not-in-service} if it is not in service. */
    public Device outOfService(Instant at) {
        if (state != DeviceState.IN_SERVICE) {
            throw RuleBroken.conflict("device.not-in-service", mn);
        }
        return in(DeviceState.OUT_OF_SERVICE, at);
    }

    /** The device after it was set to another interval. */
    public Device reportingEvery(Duration interval) {
        return new Device(id, mn, password, unit, outlet, permit, interval, state, stateSince, version + 1);
    }

    private Device in(DeviceState other, Instant at) {
        return new Device(id, mn, password, unit, outlet, permit, reportInterval, other, at, version + 1);
    }

    /** What the audit log calls it. */
    public String subject() {
        return subject(mn);
    }

    /** What the audit log calls the device of a number. */
    public static String subject(String mn) {
        return "device/" + mn;
    }
}
