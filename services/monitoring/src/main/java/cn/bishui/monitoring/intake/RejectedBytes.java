package cn.bishui.monitoring.intake;

import java.time.Instant;

/**
 * Bytes that were no packet.
 *
 * @param reason a code such as {@code bad-crc} or {@code malformed}
 * @param remote address they came from, without port
 * @param raw the first of them, passwords masked
 * @param length how many there were
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record RejectedBytes(String reason, String remote, byte[] raw, long length, Instant at) {}
