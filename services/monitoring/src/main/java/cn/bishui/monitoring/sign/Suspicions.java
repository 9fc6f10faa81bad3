package cn.bishui.monitoring.sign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All suspicions with their frozen records. */
public interface Suspicions {

    /** The latest of a sign at a device. */
    Optional<Latest> latest(int device, Sign sign, @Nullable String pollutant);

    /** What tells a sign that was seen before from a new one. */
    record Latest(UUID id, Suspicion.State state, LocalDateTime lastSeen) {}

    /** Adds one with its records; false, and nothing is added, if the same is open already. */
    boolean add(Found found, Evidence evidence, String hash, LocalDateTime lastSeen);

    /** Notes that an open one was seen again, until a later moment. */
    void seenAgain(UUID id, LocalDateTime until);

    Optional<Suspicion> find(UUID id);

    /** The frozen records. */
    Evidence evidence(UUID id);

    /** Notes whose evidence it became, if it is open; false if there is no such one. */
    boolean handOver(UUID id, String clue, String clueNumber);

    /**
     * Notes how the clue was decided of which they are evidence.
     *
     * @return those that were open
     */
    List<UUID> decide(String clue, Suspicion.State state, String outcome, Instant at);
}
