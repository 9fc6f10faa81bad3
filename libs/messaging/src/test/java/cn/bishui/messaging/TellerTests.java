package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TellerTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Setbacks setbacks = new Setbacks(now::get);
    private final Choosy kafka = new Choosy();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Setbacks.class);
    private long id;

    /** Refuses facts of some keys. */
    private static final class Choosy extends MockProducer<String, byte[]> {

        private final Map<String, RuntimeException> refused = new HashMap<>();
        private final List<String> sent = new ArrayList<>();

        Choosy() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> event) {
            sent.add(event.key());
            RuntimeException why = refused.get(event.key());
            return why == null ? super.send(event) : CompletableFuture.failedFuture(why);
        }
    }

    @BeforeEach
    void listen() {
        said.start();
        log.setLevel(Level.INFO);
        log.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(said);
        log.setLevel(null);
    }

    @Test
    void saysOnceThatAFactIsRefusedAndTriesItEverLaterWhileOthersGoOn() throws InterruptedException {
        kafka.refused.put("bad", new RecordTooLargeException("too large"));

        for (int i = 0; i < 100; i++) {
            assertThat(pass(row("topic", "good"), row("topic", "bad"), row("topic", "bad"), row("other", "good")))
                    .hasSize(2);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(said())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Kafka refuses", "on topic", "too large"));
        // after 1, 2, 4, 8, 16, 32 and then every 60 s
        assertThat(kafka.sent.stream().filter("bad"::equals)).hasSize(7);

        kafka.refused.clear();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(pass(row("topic", "bad"), row("topic", "bad"))).hasSize(2);
        assertThat(said()).hasSize(2).last().satisfies(line -> assertThat(line).contains("at last"));
    }

    @Test
    void saysOnceThatATopicIsSilentAndOnceThatItIsNot() throws InterruptedException {
        kafka.refused.put("of a dead partition", new TimeoutException("no leader"));
        kafka.refused.put("of a forbidden topic", new TopicAuthorizationException("not allowed"));

        for (int i = 0; i < 20; i++) {
            pass(
                    row("topic", "of a live partition"),
                    row("topic", "of a dead partition"),
                    row("forbidden", "of a forbidden topic"),
                    row("other", "good"));
            now.addAndGet(Duration.ofSeconds(3).toNanos());
        }

        assertThat(said()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("Kafka does not take facts on"));
        assertThat(kafka.sent.stream().filter("good"::equals)).hasSize(20);

        kafka.refused.clear();
        pass(row("topic", "of a dead partition"), row("forbidden", "of a forbidden topic"));
        pass(row("topic", "of a dead partition"));

        assertThat(said())
                .hasSize(4)
                .contains("Kafka takes facts on forbidden again", "Kafka takes facts on topic again")
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsNothingOfAKeyThatWaits() throws InterruptedException {
        kafka.refused.put("bad", new RecordTooLargeException("too large"));

        pass(row("topic", "bad"));
        kafka.refused.clear();

        assertThat(pass(row("topic", "bad"), row("topic", "bad"))).isEmpty();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(pass(row("topic", "bad"), row("topic", "bad"))).hasSize(2);
    }

    private List<OutboxRow> pass(OutboxRow... rows) throws InterruptedException {
        Teller.Pass pass = new Teller(kafka, "enforcement", setbacks).pass();
        List<OutboxRow> told = pass.tell(List.of(rows));
        pass.end();
        return told;
    }

    private OutboxRow row(String topic, String key) {
        return new OutboxRow(
                ++id, UUID.randomUUID(), topic, key, "CaseFiled", Instant.parse("2026-11-25T00:00:00Z"), "{}");
    }

    private List<String> said() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
