package cn.bishui.monitoring.intake;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where packets are safe: Kafka. */
public interface PacketLog {

    /**
     * Hands a packet over. Packets of one device stay in order. May wait while the log is full or away.
     *
     * @param frame as it came
     * @param remote address it came from, without port
     * @param done told, on any thread, null once the packet is safe, or why it is not
     */
    void append(String mn, byte[] frame, Instant receivedAt, String remote, Consumer<@Nullable Exception> done);
}
