package cn.bishui.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    @TempDir
    Path temporary;

    @Test
    void keepsRecordsAndTopicsOverAKilledRun() throws Exception {
        Path directory = temporary.resolve("a path with spaces");
        int port = Ports.free();
        int controllerPort = Ports.free();
        var killed = new EmbeddedKafka(directory, temporary.resolve("kafka.log"), port, controllerPort);
        killed.start();
        killed.createTopics(Topic.all());
        try (var producer = new KafkaProducer<>(killed.operator(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("monitoring.v1", "DW001", "超标")).get(20, TimeUnit.SECONDS);
        }

        // A second owner of the directory, as after a killed launcher: it stops the first one's broker.
        try (var next = new EmbeddedKafka(directory, temporary.resolve("kafka.log"), port, controllerPort)) {
            next.start();
            next.createTopics(Topic.all());
            assertThat(killed.isAlive()).isFalse();
            try (Admin admin = next.admin()) {
                assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                        .containsAll(Topic.all().stream().map(Topic::name).toList());
            }
            assertThat(firstRecord(next.operator())).isEqualTo("超标");
        }
    }

    private static String firstRecord(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.putAll(Map.of("group.id", "test", "auto.offset.reset", "earliest"));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("monitoring.v1"));
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (var polled : consumer.poll(Duration.ofSeconds(1))) {
                    return polled.value();
                }
            }
            throw new AssertionError("nothing arrived within 30 s");
        }
    }
}
