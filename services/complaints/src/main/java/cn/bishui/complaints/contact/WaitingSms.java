package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Sealed;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits to be sent, sealed.
 *
 * @param attempts how often it was tried, this time included
 * @param until after which it is no use any more
 */
public record WaitingSms(UUID id, Sealed content, int attempts, Instant until) {}
