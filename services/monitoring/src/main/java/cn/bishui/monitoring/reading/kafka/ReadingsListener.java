package cn.bishui.monitoring.reading.kafka;

import cn.bishui.monitoring.intake.PacketHeaders;
import cn.bishui.monitoring.reading.Delivery;
import cn.bishui.monitoring.reading.TakeReadings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes packets in batches. If one of a batch cannot be taken, it alone is laid aside and the others are not held up. */
@Component
class ReadingsListener {

    /** Id of the container. */
    static final String ID = "readings";

    private static final Logger log = LoggerFactory.getLogger(ReadingsListener.class);

    private final TakeReadings takeReadings;
    private final KafkaAdmin kafka;
    private volatile @Nullable String topicId;

    ReadingsListener(TakeReadings takeReadings, KafkaAdmin kafka) {
        this.takeReadings = takeReadings;
        this.kafka = kafka;
    }

    @KafkaListener(
            id = ID,
            groupId = "${spring.application.name}.readings",
            topics = PacketHeaders.TOPIC,
            containerFactory = ReadingsContainers.NAME,
            properties = {
                "max.poll.records=2000",
                // under load a batch is worth its commit; otherwise nobody waits for more than a tenth of a second
                "fetch.min.bytes=131072",
                "fetch.max.wait.ms=100",
                "max.partition.fetch.bytes=262144"
            })
    void on(List<ConsumerRecord<String, byte[]>> records) {
        String topic = topicId();
        List<Delivery> deliveries =
                records.stream().map(ReadingsListener::delivery).toList();
        try {
            takeReadings.take(topic, deliveries);
        } catch (RuntimeException e) {
            if (!isFaultOfAPacket(e)) {
                throw e;
            }
            log.warn("a batch of {} packets failed and is taken one by one: {}", deliveries.size(), e.toString());
            deliveries.forEach(each -> takeOne(topic, each));
        }
    }

    private void takeOne(String topic, Delivery delivery) {
        try {
            takeReadings.take(topic, List.of(delivery));
        } catch (RuntimeException e) {
            if (!isFaultOfAPacket(e)) {
                throw e;
            }
            log.error("a packet of {} cannot be taken and is laid aside", delivery.mn(), e);
            takeReadings.layAside(topic, delivery);
        }
    }

    /** Whether trying again is of no use: of what the database says only that it does not take such data. */
    private static boolean isFaultOfAPacket(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                || !(failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    /** Asked for once: while this consumer runs, the topic is not another. */
    private String topicId() {
        String known = topicId;
        if (known == null) {
            known = Objects.requireNonNull(
                            kafka.describeTopics(PacketHeaders.TOPIC).get(PacketHeaders.TOPIC))
                    .topicId()
                    .toString();
            topicId = known;
        }
        return known;
    }

    private static Delivery delivery(ConsumerRecord<String, byte[]> packet) {
        return new Delivery(
                packet.partition(),
                packet.offset(),
                Objects.requireNonNullElse(packet.key(), ""),
                Objects.requireNonNullElse(packet.value(), new byte[0]),
                receivedAt(packet),
                Objects.requireNonNullElse(text(packet, PacketHeaders.REMOTE), ""));
    }

    private static Instant receivedAt(ConsumerRecord<String, byte[]> packet) {
        Header header = packet.headers().lastHeader(PacketHeaders.RECEIVED_AT);
        return Objects.requireNonNullElseGet(
                header == null ? null : PacketHeaders.moment(header.value()),
                () -> Instant.ofEpochMilli(packet.timestamp()));
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> packet, String name) {
        Header header = packet.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
