package cn.bishui.messaging;

/** The CloudEvents 1.0 attributes as Kafka headers in binary mode. */
public final class EventHeaders {

    /** Version of CloudEvents: 1.0. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** Unique id of the event. */
    public static final String ID = "ce_id";

    /** Name of the fact. */
    public static final String TYPE = "ce_type";

    /** The service that tells it. */
    public static final String SOURCE = "ce_source";

    /** When it was told to the outbox. */
    public static final String TIME = "ce_time";

    /** The aggregate's id. */
    public static final String SUBJECT = "ce_subject";

    /** Media type of the body: JSON. */
    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}
