package cn.bishui.monitoring.reading;

import java.time.Instant;

/**
 * A packet as Kafka delivers it.
 *
 * @param frame from {@code ##} to the checksum
 * @param remote address it came from
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Delivery(int partition, long offset, String mn, byte[] frame, Instant receivedAt, String remote) {}
