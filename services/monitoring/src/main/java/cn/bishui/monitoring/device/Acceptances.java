package cn.bishui.monitoring.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tests of all devices. */
public interface Acceptances {

    /** Adds one, with when the device's packets last reached the port before, as the refusals tell. */
    void add(int device, Acceptance acceptance, Instant at, String by);

    /** Those of a device, the newest first. */
    List<Recorded> of(int device);

    /** The day of the latest test that a device passed. */
    Optional<LocalDate> passedOn(int device);

    /**
     * A test as it was noted down.
     *
     * @param heardAt when a packet with the right password last came before; null if none did
     * @param by account
     */
    record Recorded(Acceptance acceptance, @Nullable Instant heardAt, String by, Instant at) {}
}
