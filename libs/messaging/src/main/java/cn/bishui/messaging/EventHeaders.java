package cn.bishui.messaging;

/** The CloudEvents 1.0 attributes as Kafka headers in binary mode. */
public final class EventHeaders {

    /** Unique id of the event. */
    public static final String ID = "ce_id";

    /** Name of the fact. */
    public static final String TYPE = "ce_type";

    /** The service that tells it. */
    public static final String SOURCE = "ce_source";

    /** When it happened. */
    public static final String TIME = "ce_time";

    /** The aggregate's id. */
    public static final String SUBJECT = "ce_subject";

    private EventHeaders() {}
}
