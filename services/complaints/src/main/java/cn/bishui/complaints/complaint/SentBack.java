package cn.bishui.complaints.complaint;

import java.time.Instant;

/** Why something came back, and from whom. */
public record SentBack(String reason, String by, Instant at) {}
