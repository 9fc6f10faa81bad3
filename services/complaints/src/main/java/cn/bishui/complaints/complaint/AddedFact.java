package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * What was told after the complaint itself.
 *
 * @param by {@code reporter}, or an account's name
 */
public record AddedFact(UUID id, Instant at, String by, String words) {}
