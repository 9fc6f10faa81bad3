package cn.bishui.messaging;

/** How the topics are named in which a service leaves what it could not act on. */
public final class DeadLetterTopics {

    private DeadLetterTopics() {}

    /** The dead letters of a topic for a service. */
    public static String of(String topic, String service) {
        return topic + "." + service + ".dlt";
    }
}
