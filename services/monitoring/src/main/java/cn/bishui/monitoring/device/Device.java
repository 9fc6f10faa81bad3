package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that measures and speaks HJ 212: registered, tested by somebody else, in service, out of service and in again,
 * removed.
 *
 * @param id short id within monitoring
 * @param mn its number in HJ 212
 * @param reportInterval of real-time data
 * @param stateSince when it came into its state
 * @param registeredBy account; null of those registered before that was kept
 * @param version rises with every change
 */
public record Device(
        int id,
        String mn,
        DevicePassword password,
        DevicePlace place,
        Duration reportInterval,
        DeviceState state,
        Instant stateSince,
        @Nullable String registeredBy,
        long version) {

    /** The outlet at which it measures; not to be asked of one at a site of the network. */
    public DevicePlace.AtOutlet outlet() {
        return switch (place) {
            case DevicePlace.AtOutlet outlet -> outlet;
            case DevicePlace.AtSite site -> throw new IllegalStateException(mn + " is at " + site.site());
        };
    }

    /** Whether it measures at an outlet, and is judged by its permit. */
    public boolean isAtOutlet() {
        return place instanceof DevicePlace.AtOutlet;
    }

    /**
     * The device after a test.
     *
     * @param by who tested; somebody else than who registered it, code {@code device.four-eyes}
     * @param passed otherwise it stays registered, and is tested again
     * @throws RuleBroken with code {@code device.not-registered} if it was accepted before
     */
    public Device tested(String by, boolean passed, Instant at) {
        if (state != DeviceState.REGISTERED) {
            throw RuleBroken.conflict("device.not-registered", mn);
        }
        if (by.equals(registeredBy)) {
            throw RuleBroken.forbidden("device.four-eyes");
        }
        return passed ? in(DeviceState.TESTED, at) : changed();
    }

    /**
     * The device in service.
     *
     * @throws RuleBroken with code {@code device.not-tested}, {@code .in-service} or {@code .removed}
     */
    public Device inService(Instant at) {
        return switch (state) {
            case TESTED, OUT_OF_SERVICE -> in(DeviceState.IN_SERVICE, at);
            case REGISTERED -> throw RuleBroken.conflict("device.not-tested", mn);
            case IN_SERVICE -> throw RuleBroken.conflict("device.in-service", mn);
            case REMOVED -> throw RuleBroken.conflict("device.removed", mn);
        };
    }

    /**
     * The device out of service; one that is out already may still be removed.
     *
     * @throws RuleBroken with code {@code device.not-in-service}
     */
    public Device outOfService(Outage.Kind kind, Instant at) {
        boolean removed = kind == Outage.Kind.REMOVED;
        if (state != DeviceState.IN_SERVICE && !(removed && state == DeviceState.OUT_OF_SERVICE)) {
            throw RuleBroken.conflict("device.not-in-service", mn);
        }
        return in(removed ? DeviceState.REMOVED : DeviceState.OUT_OF_SERVICE, at);
    }

    /** The device after it was set to another interval. */
    public Device reportingEvery(Duration interval) {
        return new Device(id, mn, password, place, interval, state, stateSince, registeredBy, version + 1);
    }

    /** The device after something that belongs to it changed. */
    Device changed() {
        return in(state, stateSince);
    }

    private Device in(DeviceState other, Instant since) {
        return new Device(id, mn, password, place, reportInterval, other, since, registeredBy, version + 1);
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
