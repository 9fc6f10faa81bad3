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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends facts to Kafka so that per key none overtakes another: a fact goes out only when Kafka has the one before it.
 *
 * <p>Facts of different keys go out together. Where one cannot be sent, those of its key wait, and where a whole topic
 * cannot be written, those of the topic; the others go on. Says once when a topic stops taking facts and once when it
 * takes them again.
 */
final class Teller {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    /** How long Kafka may take to acknowledge before that is worth a warning. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Set<String> silentTopics;

    /**
     * @param silentTopics topics that were found not to take facts; outlives the producer
     */
    Teller(Producer<String, byte[]> producer, String source, Set<String> silentTopics) {
        this.producer = producer;
        this.source = source;
        this.silentTopics = silentTopics;
    }

    /** One pass over the outbox: what failed in it is not tried again before the next. */
    Pass pass() {
        return new Pass();
    }

    final class Pass {

        private final Set<String> heldLines = new HashSet<>();
        private final Set<String> heldTopics = new HashSet<>();

        /** Whether everything was told so far. */
        boolean clean() {
            return heldLines.isEmpty() && heldTopics.isEmpty();
        }

        /** Topics that take nothing in this pass. */
        Set<String> heldTopics() {
            return Set.copyOf(heldTopics);
        }

        /** Lines ({@link OutboxRow#line()}) of which one row could not be told, so that none may be in this pass. */
        Set<String> heldLines() {
            return Set.copyOf(heldLines);
        }

        /**
         * Tells what can be told of these; the others are held from now on.
         *
         * @param rows in the order of their ids
         * @return those that Kafka acknowledged
         */
        List<OutboxRow> tell(List<OutboxRow> rows) throws InterruptedException {
            List<OutboxRow> told = new ArrayList<>(rows.size());
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
                told.addAll(send(wave));
                waiting = later;
            }
            return told;
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
                    heldTopics.add(row.topic());
                    fellSilent(row, e);
                }
            }
            List<OutboxRow> told = new ArrayList<>(sent.size());
            for (Map.Entry<OutboxRow, Future<RecordMetadata>> each : sent.entrySet()) {
                if (acknowledged(each.getKey(), each.getValue())) {
                    told.add(each.getKey());
                }
            }
            return told;
        }

        private boolean acknowledged(OutboxRow row, Future<RecordMetadata> acknowledgement)
                throws InterruptedException {
            while (true) {
                try {
                    acknowledgement.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                    spokeAgain(row);
                    return true;
                } catch (TimeoutException e) {
                    fellSilent(row, e);
                } catch (ExecutionException e) {
                    heldLines.add(row.line());
                    if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                        heldTopics.add(row.topic());
                    }
                    fellSilent(row, e.getCause() == null ? e : e.getCause());
                    return false;
                }
            }
        }

        private void fellSilent(OutboxRow row, Throwable why) {
            if (silentTopics.add(row.topic())) {
                log.warn(
                        "Kafka does not take facts on {} (first {} {}): they wait in the outbox ({})",
                        row.topic(),
                        row.type(),
                        row.eventId(),
                        why instanceof TimeoutException ? "no acknowledgement for " + PATIENCE : why.toString());
            }
        }

        private void spokeAgain(OutboxRow row) {
            // a topic speaks again when nothing of it is held any more in this pass
            if (!silentTopics.isEmpty()
                    && !heldTopics.contains(row.topic())
                    && heldLines.stream().noneMatch(line -> line.startsWith(row.topic() + ' '))
                    && silentTopics.remove(row.topic())) {
                log.info("Kafka takes facts on {} again", row.topic());
            }
        }

        private static InterruptedException interrupted(Exception cause) {
            Thread.interrupted();
            InterruptedException interruption = new InterruptedException("interrupted while sending");
            interruption.initCause(cause);
            return interruption;
        }
    }
}
