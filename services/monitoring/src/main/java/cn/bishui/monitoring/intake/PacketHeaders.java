package cn.bishui.monitoring.intake;

/** Topic and headers of packets in Kafka; key is the MN, value the frame as it came. */
public final class PacketHeaders {

    /** The topic. */
    public static final String TOPIC = "monitoring.readings.v1";

    /** When the packet came, ISO 8601 in UTC. */
    public static final String RECEIVED_AT = "received_at";

    /** The address it came from. */
    public static final String REMOTE = "remote";

    private PacketHeaders() {}
}
