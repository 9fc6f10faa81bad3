package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the reporter is given.
 *
 * @param secret with the number, it lets the reporter follow and answer; told once
 * @param due last day on which to say whether it is accepted
 */
public record Receipt(UUID id, String number, String secret, Instant receivedAt, LocalDate due) {}
