package cn.bishui.monitoring.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All silences, and how quiet devices are now. */
public interface Silences {

    /** How quiet a device is; empty if it is not in service. */
    Optional<Quiet> quiet(int device);

    /** The same, with its traffic held until the transaction ends, so that nothing of it is taken meanwhile. */
    Optional<Quiet> hold(int device);

    /** Begins a silence; false if the device is in one already. */
    boolean begin(int device, Instant since, Instant foundAt);

    /**
     * Ends the silences that devices are in; those that are in none are passed over.
     *
     * @param at when each ends, by device
     */
    List<Silence> end(Map<Integer, Instant> at, boolean heard);

    /** Whether the device is in a silence that was told. */
    boolean isOpen(int device);

    /**
     * Notes that the platform listens.
     *
     * @param unbroken what was noted before this counts no more: it listens anew
     */
    void listening(Instant now, Instant unbroken);
}
