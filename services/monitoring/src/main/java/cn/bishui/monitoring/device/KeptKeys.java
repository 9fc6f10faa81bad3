package cn.bishui.monitoring.device;

import java.time.Instant;
import java.util.Optional;

/** Keys of devices, sealed; those of before stay. */
public interface KeptKeys {

    /** Adds the key that a device has from now on. */
    void add(int device, KeySafe.Sealed sealed, Instant at, String by);

    /** Who set the present key of a device, and when; empty where it has none. */
    Optional<SetBy> of(int device);

    /** All that anybody is ever shown of a key. */
    record SetBy(Instant at, String by) {}
}
