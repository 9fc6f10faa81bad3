package cn.bishui.complaints.complaint;

import java.time.Instant;

/**
 * The decision to accept a complaint.
 *
 * @param urgent whether a sudden incident or the risk of a mass event made it so at once
 */
public record Acceptance(boolean urgent, String by, Instant at) {}
