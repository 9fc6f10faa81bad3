package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages that wait to be sent. What is in it survives the death of any process. */
public interface SmsQueue {

    /**
     * Adds one in the caller's transaction; it is looked at once that has committed.
     *
     * @param about what {@link Undelivered} hears if it is given up, null if nothing
     */
    void add(UUID id, Sealed content, Instant now, Instant until, @Nullable UUID about);

    /**
     * Takes those that are due, those first that have waited longest; others may take them when the lease ends.
     *
     * @param lease until when they are taken
     */
    List<WaitingSms> take(Instant now, Instant lease, int limit);

    /** It was handed over: what it said is forgotten. */
    void sent(UUID id, Instant now);

    /** It was not handed over, and is due again then. */
    void retry(UUID id, Instant due);

    /** It is of no use any more: what it said is forgotten. */
    void givenUp(UUID id, Instant now);

    /** Forgets those that were done before. */
    void forget(Instant before);
}
