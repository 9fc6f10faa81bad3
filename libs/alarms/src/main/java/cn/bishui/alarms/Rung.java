package cn.bishui.alarms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm whose handler has acted.
 *
 * @param next when it rings next; null if it is over
 */
record Rung(Claim claim, @Nullable Instant next) {}
