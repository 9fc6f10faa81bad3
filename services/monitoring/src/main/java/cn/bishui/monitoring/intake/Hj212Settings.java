package cn.bishui.monitoring.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How devices are listened to.
 *
 * @param port TCP port, 0 for any that is free
 * @param maxConnections more than these are closed at once
 * @param idleTimeout after this long without a byte a connection is closed; the longest real-time interval is an hour
 * @param frameTimeout how long the rest of a frame may take
 * @param introduction within this long a connection has sent a packet that was taken, or is closed
 * @param patience how long a device may leave its answers unread while it goes on sending
 * @param maxRefusals after so many refused packets in a row a connection is closed
 */
@ConfigurationProperties("bishui.hj212")
public record Hj212Settings(
        @DefaultValue("9212") int port,
        @DefaultValue("2000") int maxConnections,
        @DefaultValue("70m") Duration idleTimeout,
        @DefaultValue("10s") Duration frameTimeout,
        @DefaultValue("60s") Duration introduction,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("20") int maxRefusals) {}
