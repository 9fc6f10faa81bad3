package cn.bishui.complaints.quota;

import java.time.Instant;
import java.util.UUID;

/** Remembers which challenges were accepted, for as long as they would hold. */
public interface UsedStamps {

    /** Marks one as used; false if it was already. */
    boolean use(UUID id, Instant now, Instant expires);

    /** How many were used since. */
    int usedSince(Instant moment);

    /** Forgets those that have run out. */
    void forget(Instant now);
}
