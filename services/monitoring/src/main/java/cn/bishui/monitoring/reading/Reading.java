package cn.bishui.monitoring.reading;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One packet of data.
 *
 * @param device id of the device
 * @param cn command number, such as 2011
 * @param dataTime moment of collection, or start of the period; the device's local time
 * @param part which of several packets that belong together (PNO), 0 for one alone
 * @param resent whether the device marks it as sent again or late ({@code RF=1} of HJ 212-2025): it completes and corrects
 *     records, and raises no alarm by itself. Not kept; the archive has the packet as it came
 */
public record Reading(
        int device, int cn, LocalDateTime dataTime, int part, Instant receivedAt, Content content, boolean resent) {

    /** One that bears no mark. */
    public Reading(int device, int cn, LocalDateTime dataTime, int part, Instant receivedAt, Content content) {
        this(device, cn, dataTime, part, receivedAt, content, false);
    }

    /** What a packet is about: one that comes again with the same key says the same or corrects it. */
    public Key key() {
        return new Key(device, cn, dataTime, part);
    }

    /** See {@link Reading#key()}. */
    public record Key(int device, int cn, LocalDateTime dataTime, int part) {}
}
