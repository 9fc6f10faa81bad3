package cn.bishui.monitoring.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All times out of service, and the manual samples that stood in. */
public interface Outages {

    /** The one in which a device is, held until the transaction ends. */
    Optional<Outage> open(int device);

    /** Begins one; its id is passed over. */
    void add(Outage outage, String by);

    /** Ends the one in which a device is, if it is in one. */
    void end(int device, Instant at);

    /** Notes a manual sample; false if one of that moment is noted already. */
    boolean addSample(long outage, Instant takenAt, String note, Instant at, String by);

    /** Those of a device, the newest first. */
    List<Seen> of(int device, int most);

    /**
     * An outage with its samples.
     *
     * @param samples how many
     * @param today how many of this day
     * @param lastSample when the last was taken; null if none was
     */
    record Seen(
            Outage outage,
            long samples,
            long today,
            @Nullable Instant lastSample) {}
}
