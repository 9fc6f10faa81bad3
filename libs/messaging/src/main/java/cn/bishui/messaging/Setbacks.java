package cn.bishui.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka did not take: single lines ({@link OutboxRow#line()}) and whole topics. Each is tried again ever later, so that
 * a fact that is refused for good costs little, and each is spoken of twice: when it begins and when it is over. Outlives the
 * producer; used by one thread.
 */
final class Setbacks {

    private static final Logger log = LoggerFactory.getLogger(Setbacks.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_A_LINE = Duration.ofMinutes(1);

    /** Kafka comes back as a whole, and what waits then is not to wait long. */
    private static final Duration LONGEST_OF_A_TOPIC = Duration.ofSeconds(2);

    private static final int MOST_DOUBLINGS = 10;

    private final LongSupplier nanoTime;
    private final Map<String, Setback> lines = new HashMap<>();
    private final Map<String, Setback> topics = new HashMap<>();
    private final Set<String> slowTopics = new HashSet<>();

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    Setbacks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param tries how often it failed in a row
     * @param again when it is tried next, in nanoseconds
     */
    private record Setback(int tries, long again) {}

    /** The lines that are not to be tried yet. */
    Set<String> heldLines() {
        return held(lines);
    }

    /** The topics that are not to be tried yet. */
    Set<String> heldTopics() {
        return held(topics);
    }

    /** Kafka refuses this fact; those of its key wait with it. */
    void refused(OutboxRow row, Throwable why) {
        if (isNew(lines, row.line(), LONGEST_OF_A_LINE)) {
            log.warn(
                    "Kafka refuses {} on {}: it and what follows it of {} wait in the outbox ({})",
                    words(row),
                    row.topic(),
                    row.key(),
                    why.toString());
        }
    }

    /** Kafka takes nothing on the fact's topic. */
    void silent(OutboxRow row, Throwable why) {
        if (isNew(topics, row.topic(), LONGEST_OF_A_TOPIC)) {
            log.warn(
                    "Kafka does not take facts on {} (first {}): they wait in the outbox ({})",
                    row.topic(),
                    words(row),
                    why.toString());
        }
    }

    /** Kafka has not answered for a while. */
    void slow(OutboxRow row, Duration since) {
        if (slowTopics.add(row.topic()) && !topics.containsKey(row.topic())) {
            log.warn("Kafka has not acknowledged {} on {} for {}", words(row), row.topic(), since);
        }
    }

    /** Kafka has it. */
    void told(OutboxRow row) {
        if (lines.remove(row.line()) != null) {
            log.info("Kafka took {} on {} at last", words(row), row.topic());
        }
    }

    /** Facts of the topic were told, and none of them failed or was slow. */
    void over(String topic) {
        boolean wasSlow = slowTopics.remove(topic);
        if (topics.remove(topic) != null || wasSlow) {
            log.info("Kafka takes facts on {} again", topic);
        }
    }

    private Set<String> held(Map<String, Setback> all) {
        long now = nanoTime.getAsLong();
        return all.entrySet().stream()
                .filter(each -> each.getValue().again() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isNew(Map<String, Setback> all, String name, Duration longest) {
        Setback before = all.get(name);
        int tries = before == null ? 1 : before.tries() + 1;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration shorter = wait.compareTo(longest) < 0 ? wait : longest;
        all.put(name, new Setback(tries, nanoTime.getAsLong() + shorter.toNanos()));
        return before == null;
    }

    private static String words(OutboxRow row) {
        return row.type() + " " + row.eventId();
    }
}
