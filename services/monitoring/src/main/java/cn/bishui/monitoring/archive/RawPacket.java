package cn.bishui.monitoring.archive;

import java.time.Instant;

/**
 * A packet as it came.
 *
 * @param partition of the topic of packets; with the offset it names the packet
 * @param device id of the device whose MN it bears; 0 if nobody knows it
 * @param receivedAt to the millisecond
 * @param remote address it came from
 * @param frame from {@code ##} to the checksum, the password as asterisks
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record RawPacket(int partition, long offset, int device, Instant receivedAt, String remote, byte[] frame) {}
