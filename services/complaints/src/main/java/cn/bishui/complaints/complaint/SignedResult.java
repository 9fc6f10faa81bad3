package cn.bishui.complaints.complaint;

import java.time.Instant;

/**
 * A result with the head's signature.
 *
 * @param inTime whether the time to finish was kept
 */
public record SignedResult(Result result, String by, Instant at, boolean inTime) {}
