package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits to be sent, sealed.
 *
 * @param about what it is about, as its sender named it; null if nobody wants to know whether it went out
 * @param attempts how often it was tried, this time included
 * @param until after which it is no use any more
 */
public record WaitingSms(UUID id, Sealed content, @Nullable UUID about, int attempts, Instant until) {}
