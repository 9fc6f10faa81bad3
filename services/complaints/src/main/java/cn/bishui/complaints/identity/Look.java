package cn.bishui.complaints.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was shown who reported.
 *
 * @param by username
 * @param bureau id of the reader's bureau
 */
public record Look(
        UUID id, UUID complaint, String by, @Nullable String bureau, String reason, Instant at) {}
