package cn.bishui.monitoring.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Topic and headers of packets in Kafka; key is the MN, value the frame as it came. */
public final class PacketHeaders {

    /** The topic. */
    public static final String TOPIC = "monitoring.readings.v1";

    /** When the packet came: microseconds since 1970 in eight bytes, highest first; in older ones ISO 8601 in UTC. */
    public static final String RECEIVED_AT = "received_at";

    /** The address it came from. */
    public static final String REMOTE = "remote";

    private PacketHeaders() {}

    /** The value of {@link #RECEIVED_AT}. */
    public static byte[] moment(Instant receivedAt) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt))
                .array();
    }

    /** The moment in a value of {@link #RECEIVED_AT}; null if there is none. */
    public static @Nullable Instant moment(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return value.length == Long.BYTES
                    ? Instant.EPOCH.plus(ByteBuffer.wrap(value).getLong(), ChronoUnit.MICROS)
                    : Instant.parse(new String(value, StandardCharsets.UTF_8));
        } catch (DateTimeException | ArithmeticException notAMoment) {
            return null;
        }
    }
}
