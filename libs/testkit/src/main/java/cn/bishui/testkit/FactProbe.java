package cn.bishui.testkit;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.Topic;
import cn.bishui.contracts.catalogue.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plays the other services: tells facts to the one under test, and hears what is told on every topic. */
public final class FactProbe implements AutoCloseable {

    /** The wire form as the contracts pin it, apart from the code under test. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Heard> heard = new ArrayList<>();

    FactProbe(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Topic.all().stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** An event as it came. */
    public record Heard(ConsumerRecord<String, byte[]> event) {

        /** The value of a header, empty where there is none. */
        public Optional<String> header(String name) {
            Header header = event.headers().lastHeader(name);
            return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
        }

        /** The CloudEvents id. */
        public String id() {
            return header("ce_id").orElseThrow();
        }

        /** The fact, empty where the event tells none that is known. */
        public Optional<Fact> fact() {
            return header("ce_type").flatMap(Facts::byType).map(type -> JSON.readValue(event.value(), type));
        }
    }

    /** Tells a fact as the service that owns its topic would; returns the event's id. */
    public String send(Fact fact) {
        String id = UUID.randomUUID().toString();
        send(fact, id);
        return id;
    }

    /** Tells a fact with a given id, to tell the same event twice. */
    public void send(Fact fact, String id) {
        send(
                fact.topic(),
                fact.key(),
                JSON.writeValueAsBytes(fact),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_type",
                        fact.type(),
                        "ce_source",
                        "probe",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        fact.key(),
                        "content-type",
                        "application/json"));
    }

    /** Puts anything on a topic, for tests of what should not be there; returns when Kafka has it. */
    public void send(String topic, String key, byte[] body, Map<String, String> headers) {
        var event = new ProducerRecord<String, byte[]>(topic, key, body);
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Waits up to 20 s for a fact.
     *
     * @throws AssertionError if it is not told
     */
    public <F extends Fact> F await(Class<F> type, Predicate<? super F> which) {
        return type.cast(awaitEvent(event -> event.fact()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .filter(which)
                        .isPresent())
                .fact()
                .orElseThrow());
    }

    /** Waits up to 20 s for an event of any kind, as a dead letter. */
    public Heard awaitEvent(Predicate<Heard> which) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<Heard> found = heard.stream().filter(which).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not told within " + PATIENCE + "; heard were "
                        + heard.stream()
                                .map(event -> event.event().topic() + ":"
                                        + event.header("ce_type").orElse("?"))
                                .toList());
            }
            poll(Duration.ofMillis(100));
        }
    }

    /** All facts of a kind that were told since the test began, in the order in which they came per key. */
    public <F extends Fact> List<F> heard(Class<F> type) {
        return events().stream()
                .flatMap(event -> event.fact().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All events that were told since the test began. */
    public List<Heard> events() {
        while (poll(Duration.ofMillis(300))) {
            // there may be more
        }
        return List.copyOf(heard);
    }

    /** Forgets what was heard so far. */
    public void forget() {
        while (poll(Duration.ofMillis(50))) {
            // and what is on its way
        }
        heard.clear();
    }

    private boolean poll(Duration wait) {
        var records = consumer.poll(wait);
        records.forEach(event -> heard.add(new Heard(event)));
        return !records.isEmpty();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
