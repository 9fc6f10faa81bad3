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
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends packets to Kafka with acknowledgement by all replicas. What Kafka does not acknowledge in half a minute is given
 * up: the device has sent it again by then, three times at most. Where the service starts before the login server, which
 * gives Kafka's clients their tokens, no packet is taken until it is there.
 */
@Component
class KafkaPacketLog implements PacketLog, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KafkaPacketLog.class);

    private static final int BUFFER_BYTES = 8 * 1024 * 1024;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile @Nullable Producer<String, byte[]> producer;
    private volatile boolean running;

    KafkaPacketLog(ProducerFactory<?, ?> shared) {
        settings = new HashMap<>(shared.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "monitoring-intake");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!connect()) {
            Thread.ofVirtual().name("packet-log").start(this::goOnTrying);
        }
    }

    private void goOnTrying() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (running && !connect());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connect() {
        try {
            Producer<String, byte[]> made =
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = made;
            if (!running) {
                made.close(Duration.ZERO);
            }
            return true;
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            tell(e);
            return false;
        }
    }

    @Override
    public void append(String mn, byte[] frame, Instant receivedAt, String remote, Consumer<@Nullable Exception> done) {
        var packet = new ProducerRecord<String, byte[]>(PacketHeaders.TOPIC, mn, frame);
        packet.headers().add(PacketHeaders.RECEIVED_AT, PacketHeaders.moment(receivedAt));
        header(packet, PacketHeaders.REMOTE, remote);
        Producer<String, byte[]> connected = producer;
        if (connected == null) {
            done.accept(new KafkaException("there is no client of Kafka yet"));
            return;
        }
        try {
            var _ = connected.send(packet, (_, failure) -> {
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
    public synchronized void stop() {
        running = false;
        Producer<String, byte[]> connected = producer;
        if (connected != null) {
            connected.close(Duration.ofSeconds(5));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the port, which hands over packets as long as it is open. */
    @Override
    public int getPhase() {
        return 0;
    }
}
