package cn.bishui.complaints.identity;

import cn.bishui.complaints.key.Sealed;
import java.time.Instant;
import java.util.UUID;

/**
 * An identity as it is kept.
 *
 * @param named whether the reporter gave a name
 * @param mobile whether the reporter gave a phone that takes short messages
 */
public record KeptIdentity(UUID complaint, Sealed sealed, boolean named, boolean mobile, Instant changedAt) {}
