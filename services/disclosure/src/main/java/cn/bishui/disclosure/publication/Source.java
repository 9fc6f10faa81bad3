package cn.bishui.disclosure.publication;

import java.time.Instant;

/**
 * The event by which the service learned of something.
 *
 * @param eventId CloudEvents id
 * @param type CloudEvents type
 * @param toldAt when the service that owns the fact told it
 */
public record Source(String eventId, String type, Instant toldAt) {}
