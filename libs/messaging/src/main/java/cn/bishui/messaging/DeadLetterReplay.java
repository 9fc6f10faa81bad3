package cn.bishui.messaging;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.messaging.DeadLetter.Place;
import cn.bishui.messaging.DeadLetter.Replay;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands a dead letter to the listener that failed on it, and to no other service's. What the listener does, the end of
 * the letter's waiting and the audit entry are one transaction.
 */
final class DeadLetterReplay {

    private final DeadLetters letters;
    private final KafkaListenerEndpointRegistry listeners;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    DeadLetterReplay(
            DeadLetters letters,
            KafkaListenerEndpointRegistry listeners,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.letters = letters;
        this.listeners = listeners;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Replays a letter; one that was replayed before is left as it is.
     *
     * @return when and by whom it was replayed
     * @throws RuleBroken {@code dead-letter.missing}, {@code dead-letter.no-listener}, or {@code dead-letter.fails-again}
     *     with the reason, which the letter then bears too
     */
    Replay replay(Place place, Actor by) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> replayOnce(place, by)));
        } catch (FailedAgain e) {
            String reason = rootOf(e).toString();
            transaction.executeWithoutResult(_ -> {
                letters.lock(place).ifPresent(letter -> {
                    letters.markFailed(place, clock.instant(), reason);
                    audit.record(by, "dead-letter.replay-failed", place.subject(), details(letter, "reason", reason));
                });
            });
            throw RuleBroken.conflict("dead-letter.fails-again", reason);
        }
    }

    private Replay replayOnce(Place place, Actor by) {
        DeadLetter letter = letters.lock(place)
                .orElseThrow(() -> RuleBroken.missing(
                        "dead-letter.missing",
                        place.topic(),
                        Integer.toString(place.partition()),
                        Long.toString(place.offset())));
        Replay before = letter.replayed();
        if (before != null) {
            return before;
        }
        List<GenericMessageListener<?>> hearing = listenersOf(place);
        if (hearing.isEmpty()) {
            throw RuleBroken.conflict("dead-letter.no-listener", place.group(), place.topic());
        }
        hearing.forEach(listener -> hand(letter, listener));
        Replay replay = new Replay(clock.instant().truncatedTo(ChronoUnit.MICROS), by.username());
        letters.markReplayed(place, replay);
        audit.record(by, "dead-letter.replayed", place.subject(), details(letter, "failedWith", letter.reason()));
        return replay;
    }

    private List<GenericMessageListener<?>> listenersOf(Place place) {
        return listeners.getAllListenerContainers().stream()
                .filter(container -> place.group().equals(container.getGroupId()) && hears(container, place.topic()))
                .<GenericMessageListener<?>>mapMulti((container, hearing) -> {
                    if (container.getContainerProperties().getMessageListener()
                            instanceof GenericMessageListener<?> listener) {
                        hearing.accept(listener);
                    }
                })
                .toList();
    }

    private static boolean hears(MessageListenerContainer container, String topic) {
        String[] topics = container.getContainerProperties().getTopics();
        return topics != null && Arrays.asList(topics).contains(topic);
    }

    @SuppressWarnings("unchecked")
    private static void hand(DeadLetter letter, GenericMessageListener<?> listener) {
        // the inbox asks which group it is
        KafkaUtils.setConsumerGroupId(letter.group());
        try {
            if (listener instanceof BatchMessageListener<?, ?>) {
                ((GenericMessageListener<List<ConsumerRecord<Object, Object>>>) listener)
                        .onMessage(List.of(letter.event()), null, null);
            } else {
                ((GenericMessageListener<ConsumerRecord<Object, Object>>) listener)
                        .onMessage(letter.event(), null, null);
            }
        } catch (RuntimeException e) {
            throw new FailedAgain(e);
        } finally {
            KafkaUtils.clearConsumerGroupId();
        }
    }

    private static Map<String, Object> details(DeadLetter letter, String name, String value) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("group", letter.group());
        details.put("event", letter.eventId());
        details.put("type", letter.type());
        details.put("key", letter.key());
        details.put(name, value);
        return details;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The listener's fault, as against ours. */
    private static final class FailedAgain extends RuntimeException {

        FailedAgain(RuntimeException cause) {
            super(cause);
        }
    }
}
