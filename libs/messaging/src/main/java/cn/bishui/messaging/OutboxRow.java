package cn.bishui.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A fact that waits to be told. */
record OutboxRow(long id, UUID eventId, String topic, String key, String type, Instant at, String body) {

    /** What must be told in order. */
    String line() {
        return topic + ' ' + key;
    }

    /** The CloudEvent in Kafka binary mode. */
    ProducerRecord<String, byte[]> event(String source) {
        var event = new ProducerRecord<String, byte[]>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        header(event, EventHeaders.SPEC_VERSION, "1.0");
        header(event, EventHeaders.ID, eventId.toString());
        header(event, EventHeaders.TYPE, type);
        header(event, EventHeaders.SOURCE, source);
        header(event, EventHeaders.TIME, at.toString());
        header(event, EventHeaders.SUBJECT, key);
        header(event, EventHeaders.CONTENT_TYPE, "application/json");
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
