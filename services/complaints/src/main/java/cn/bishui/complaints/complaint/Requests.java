package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The requests that came with a key. */
public interface Requests {

    /**
     * Keeps a key with the complaint it led to; waits for another transaction that is keeping the same key.
     *
     * @return empty if it is new, else the complaint of the first request
     * @throws RuleBroken {@code complaint.request-differs} if the first request was another one
     */
    Optional<UUID> keep(RequestKey key, UUID complaint, Instant at);

    /**
     * The complaint that the first request under a key led to.
     *
     * @return empty if the key is new
     * @throws RuleBroken {@code complaint.request-differs} if the first request was another one
     */
    Optional<UUID> find(RequestKey key);
}
