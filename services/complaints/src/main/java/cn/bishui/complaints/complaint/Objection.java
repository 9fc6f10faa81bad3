package cn.bishui.complaints.complaint;

import java.time.Instant;

/** A bureau's word that a complaint is not its matter. */
public record Objection(String reason, String by, Instant at) {}
