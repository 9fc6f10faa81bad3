package cn.bishui.alarms;

import java.time.Instant;
import java.util.UUID;

/**
 * An alarm that somebody acts on.
 *
 * @param attempts how often somebody failed before
 * @param token of the claim; it is gone from the row when the alarm was set, cancelled or claimed by others meanwhile
 * @param until when others may claim it
 */
record Claim(Alarm alarm, int attempts, UUID token, Instant until) {}
