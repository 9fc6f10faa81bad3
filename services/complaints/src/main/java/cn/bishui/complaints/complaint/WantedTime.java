package cn.bishui.complaints.complaint;

import java.time.Instant;

/**
 * More time that a handler asks the head for.
 *
 * @param days calendar days, from 1
 * @param reason also told to the reporter; Order 15 art. 11
 */
public record WantedTime(int days, String reason, String by, Instant at) {}
