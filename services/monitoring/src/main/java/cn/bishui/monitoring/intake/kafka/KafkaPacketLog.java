package cn.bishui.monitoring.intake.kafka;

import cn.bishui.monitoring.intake.PacketHeaders;
import cn.bishui.monitoring.intake.PacketLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends packets to Kafka with acknowledgement by all replicas. What Kafka does not acknowledge in half a minute is given
 * up: the device has sent it again by then, three times at most.
 */
@Component
class KafkaPacketLog implements PacketLog, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KafkaPacketLog.class);

    private static final int BUFFER_BYTES = 16 * 1024 * 1024;

    private final Producer<String, byte[]> producer;
    private final AtomicBoolean away = new AtomicBoolean();

    KafkaPacketLog(ProducerFactory<?, ?> shared) {
        Map<String, Object> settings = new HashMap<>(shared.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "monitoring-intake");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void append(String mn, byte[] frame, Instant receivedAt, String remote, Consumer<@Nullable Exception> done) {
        var packet = new ProducerRecord<String, byte[]>(PacketHeaders.TOPIC, mn, frame);
        header(packet, PacketHeaders.RECEIVED_AT, receivedAt.toString());
        header(packet, PacketHeaders.REMOTE, remote);
        try {
            var _ = producer.send(packet, (_, failure) -> {
                tell(failure);
                done.accept(failure);
            });
        } catch (KafkaException | IllegalStateException e) {
            // closed, interrupted, or something that no later try can mend
            tell(e);
            done.accept(e);
        }
    }

    private void tell(@Nullable Exception failure) {
        if (failure == null) {
            if (away.get() && away.compareAndSet(true, false)) {
                log.info("Kafka takes packets again");
            }
        } else if (away.compareAndSet(false, true)) {
            log.warn("Kafka does not take packets, devices get no answer and send again: {}", failure.toString());
        }
    }

    private static void header(ProducerRecord<String, byte[]> packet, String name, String value) {
        packet.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(5));
    }
}
