package cn.bishui.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Sends facts to Kafka so that per key none overtakes another: a fact goes out only when Kafka has the one before it.
 *
 * <p>Facts of different keys go out together. Where one cannot be sent, those of its key wait, and where a whole topic
 * cannot be written, those of the topic; the others go on.
 */
final class Teller {

    /** How long Kafka may take to acknowledge before that is worth a warning. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Setbacks setbacks;

    Teller(Producer<String, byte[]> producer, String source, Setbacks setbacks) {
        this.producer = producer;
        this.source = source;
        this.setbacks = setbacks;
    }

    /** One pass over the outbox: what fails in it, or failed a moment ago, is not tried again before another. */
    Pass pass() {
        return new Pass();
    }

    final class Pass {

        private final Set<String> heldLines = new HashSet<>(setbacks.heldLines());
        private final Set<String> heldTopics = new HashSet<>(setbacks.heldTopics());
        private final Set<String> told = new HashSet<>();
        private final Set<String> troubled = new HashSet<>();
        private boolean clean = true;

        /** Whether nothing has failed so far. */
        boolean clean() {
            return clean;
        }

        /** Topics that take nothing in this pass. */
        Set<String> heldTopics() {
            return Set.copyOf(heldTopics);
        }

        /** Lines ({@link OutboxRow#line()}) of which one row could not be told, so that none may be in this pass. */
        Set<String> heldLines() {
            return Set.copyOf(heldLines);
        }

        /** Ends it, when the outbox holds nothing more that may be told in it. */
        void end() {
            told.stream().filter(topic -> !troubled.contains(topic)).forEach(setbacks::over);
        }

        /**
         * Tells what can be told of these; the others are held from now on.
         *
         * @param rows in the order of their ids
         * @return those that Kafka acknowledged
         */
        List<OutboxRow> tell(List<OutboxRow> rows) throws InterruptedException {
            List<OutboxRow> acknowledged = new ArrayList<>(rows.size());
            List<OutboxRow> waiting = rows;
            while (!waiting.isEmpty()) {
                Map<String, OutboxRow> wave = new LinkedHashMap<>();
                List<OutboxRow> later = new ArrayList<>();
                for (OutboxRow row : waiting) {
                    if (isHeld(row)) {
                        continue;
                    }
                    if (wave.putIfAbsent(row.line(), row) != null) {
                        later.add(row);
                    }
                }
                acknowledged.addAll(send(wave));
                waiting = later;
            }
            return acknowledged;
        }

        private boolean isHeld(OutboxRow row) {
            return heldTopics.contains(row.topic()) || heldLines.contains(row.line());
        }

        private List<OutboxRow> send(Map<String, OutboxRow> wave) throws InterruptedException {
            Map<OutboxRow, Future<RecordMetadata>> sent = new LinkedHashMap<>();
            for (OutboxRow row : wave.values()) {
                if (isHeld(row)) {
                    continue;
                }
                try {
                    sent.put(row, producer.send(row.event(source)));
                } catch (org.apache.kafka.common.errors.InterruptException e) {
                    throw interrupted(e);
                } catch (KafkaException e) {
                    holdTopic(row, e);
                }
            }
            List<OutboxRow> acknowledged = new ArrayList<>(sent.size());
            for (Map.Entry<OutboxRow, Future<RecordMetadata>> each : sent.entrySet()) {
                if (isAcknowledged(each.getKey(), each.getValue())) {
                    acknowledged.add(each.getKey());
                }
            }
            return acknowledged;
        }

        private boolean isAcknowledged(OutboxRow row, Future<RecordMetadata> acknowledgement)
                throws InterruptedException {
            while (true) {
                try {
                    acknowledgement.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                    told.add(row.topic());
                    setbacks.told(row);
                    return true;
                } catch (TimeoutException e) {
                    troubled.add(row.topic());
                    setbacks.slow(row, PATIENCE);
                } catch (ExecutionException e) {
                    Throwable why = e.getCause() == null ? e : e.getCause();
                    if (isOfTheTopic(why)) {
                        holdTopic(row, why);
                    } else {
                        holdLine(row, why);
                    }
                    return false;
                }
            }
        }

        private void holdLine(OutboxRow row, Throwable why) {
            clean = false;
            heldLines.add(row.line());
            setbacks.refused(row, why);
        }

        private void holdTopic(OutboxRow row, Throwable why) {
            clean = false;
            troubled.add(row.topic());
            if (heldTopics.add(row.topic())) {
                setbacks.silent(row, why);
            }
        }

        /** Whether no other fact would fare better there. */
        private static boolean isOfTheTopic(Throwable why) {
            return why instanceof org.apache.kafka.common.errors.TimeoutException
                    || why instanceof AuthorizationException
                    || why instanceof AuthenticationException
                    || why instanceof InvalidTopicException
                    || why instanceof UnknownTopicOrPartitionException;
        }

        private static InterruptedException interrupted(Exception cause) {
            Thread.interrupted();
            InterruptedException interruption = new InterruptedException("interrupted while sending");
            interruption.initCause(cause);
            return interruption;
        }
    }
}
