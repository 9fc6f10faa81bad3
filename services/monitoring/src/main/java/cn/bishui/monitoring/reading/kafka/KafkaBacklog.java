package cn.bishui.monitoring.reading.kafka;

import cn.bishui.monitoring.intake.PacketHeaders;
import cn.bishui.monitoring.reading.Progress;
import cn.bishui.monitoring.silence.Backlog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Compares how far the topic goes with how far it was read. */
@Component
class KafkaBacklog implements Backlog, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KafkaBacklog.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaAdmin settings;
    private final Progress progress;
    private @Nullable Admin admin;

    KafkaBacklog(KafkaAdmin settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public OptionalLong packets() {
        try {
            Admin kafka = admin();
            TopicDescription topic = kafka.describeTopics(List.of(PacketHeaders.TOPIC))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .get(PacketHeaders.TOPIC);
            if (topic == null) {
                return OptionalLong.empty();
            }
            Map<Integer, Long> first = offsets(kafka, topic, OffsetSpec.earliest());
            Map<Integer, Long> last = offsets(kafka, topic, OffsetSpec.latest());
            Map<Integer, Long> read = progress.read(topic.topicId().toString());
            return OptionalLong.of(last.entrySet().stream()
                    .mapToLong(each -> {
                        // what has expired is read by nobody any more
                        long from =
                                Math.max(read.getOrDefault(each.getKey(), 0L), first.getOrDefault(each.getKey(), 0L));
                        return Math.max(0, each.getValue() - from);
                    })
                    .sum());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.debug("Kafka cannot be asked how far its topic goes", e);
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static Map<Integer, Long> offsets(Admin kafka, TopicDescription topic, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = topic.partitions().stream()
                .collect(Collectors.toMap(
                        each -> new TopicPartition(PacketHeaders.TOPIC, each.partition()), _ -> which));
        Map<Integer, Long> offsets = new HashMap<>();
        kafka.listOffsets(wanted)
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    private synchronized Admin admin() {
        Admin known = admin;
        if (known == null) {
            Map<String, Object> properties = new HashMap<>(settings.getConfigurationProperties());
            properties.put("client.id", "monitoring-backlog");
            known = Admin.create(properties);
            admin = known;
        }
        return known;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
