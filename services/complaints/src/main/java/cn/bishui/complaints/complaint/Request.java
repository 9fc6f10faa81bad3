package cn.bishui.complaints.complaint;

import java.time.Instant;

/** A reporter's request for re-examination or review, with its reason. */
public record Request(String reason, Instant at) {}
