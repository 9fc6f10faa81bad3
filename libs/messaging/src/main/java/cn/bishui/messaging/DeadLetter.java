package cn.bishui.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * An event that a listener of this service gave up on.
 *
 * @param group the consumer group that failed on it
 * @param event the event as the listener was given it: key a string, value bytes, either may be null
 * @param failedAt when it was given up
 * @param reason why, in the exception's words
 * @param replayed when and by whom it was handed to its listener again; null while it waits
 */
record DeadLetter(
        String group,
        ConsumerRecord<Object, Object> event,
        Instant failedAt,
        String reason,
        @Nullable Replay replayed) {

    /** Everything that was added when the event was laid aside begins so. */
    private static final String ADDED = "kafka_dlt-";

    /**
     * Where the event was told, and which consumer group of this service failed on it.
     *
     * @param topic never the topic of the dead letters
     */
    record Place(String group, String topic, int partition, long offset) {

        /** How the audit log names it. */
        String subject() {
            return "dead-letter/%s/%d/%d".formatted(topic, partition, offset);
        }
    }

    /** The listener took it after all. */
    record Replay(Instant at, String by) {}

    /**
     * Reads what a {@link Retries} handler laid aside.
     *
     * @throws IllegalArgumentException if the record does not say where it came from
     */
    static DeadLetter of(ConsumerRecord<?, ?> letter, String service) {
        Headers laidAside = letter.headers();
        RecordHeaders told = new RecordHeaders();
        for (Header header : laidAside) {
            if (!header.key().startsWith(ADDED)) {
                told.add(header);
            }
        }
        Place place = new Place(
                text(laidAside, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP).orElse(service),
                text(laidAside, KafkaHeaders.DLT_ORIGINAL_TOPIC).orElseThrow(() -> unknownOrigin(letter)),
                (int) number(laidAside, KafkaHeaders.DLT_ORIGINAL_PARTITION, letter),
                number(laidAside, KafkaHeaders.DLT_ORIGINAL_OFFSET, letter));
        Instant toldAt = Instant.ofEpochMilli(number(laidAside, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, letter));
        return new DeadLetter(
                place.group(),
                event(place, toldAt, letter.key(), letter.value(), told),
                Instant.ofEpochMilli(letter.timestamp()),
                reason(laidAside),
                null);
    }

    /** An event as it was told. */
    static ConsumerRecord<Object, Object> event(
            Place place, Instant toldAt, @Nullable Object key, @Nullable Object body, Headers headers) {
        return new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                place.offset(),
                toldAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                body,
                headers,
                Optional.empty());
    }

    Place place() {
        return new Place(group, event.topic(), event.partition(), event.offset());
    }

    /** The aggregate's id, null where there is none. */
    @Nullable
    String key() {
        return event.key() == null ? null : event.key().toString();
    }

    /** The CloudEvents id, null where there is none. */
    @Nullable
    String eventId() {
        return text(event.headers(), EventHeaders.ID).orElse(null);
    }

    /** The fact's name, null where there is none. */
    @Nullable
    String type() {
        return text(event.headers(), EventHeaders.TYPE).orElse(null);
    }

    /** When it was told. */
    Instant toldAt() {
        return Instant.ofEpochMilli(event.timestamp());
    }

    /** The body for people to read, as far as it is text. */
    String text() {
        return event.value() instanceof byte[] body ? new String(body, StandardCharsets.UTF_8) : "";
    }

    private static String reason(Headers headers) {
        String what = text(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN)
                .or(() -> text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .orElse("");
        String said = text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE).orElse("");
        return what.isEmpty() ? said : what + ": " + said;
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static long number(Headers headers, String name, ConsumerRecord<?, ?> letter) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw unknownOrigin(letter);
        }
        return switch (header.value().length) {
            case Integer.BYTES -> ByteBuffer.wrap(header.value()).getInt();
            case Long.BYTES -> ByteBuffer.wrap(header.value()).getLong();
            default -> throw unknownOrigin(letter);
        };
    }

    private static IllegalArgumentException unknownOrigin(ConsumerRecord<?, ?> letter) {
        return new IllegalArgumentException("%s-%d@%d does not say which event it is"
                .formatted(letter.topic(), letter.partition(), letter.offset()));
    }
}
