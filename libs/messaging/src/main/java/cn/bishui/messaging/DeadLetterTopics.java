package cn.bishui.messaging;

/** How the topics are named in which a consumer group leaves what it could not act on. */
public final class DeadLetterTopics {

    private DeadLetterTopics() {}

    /** The dead letters of a topic for a consumer group. */
    public static String of(String topic, String group) {
        return topic + "." + group + ".dlt";
    }
}
