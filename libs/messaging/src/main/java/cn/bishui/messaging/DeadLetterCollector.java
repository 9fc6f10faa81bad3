package cn.bishui.messaging;

import cn.bishui.contracts.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** Takes this service's own dead letters from Kafka into its database, where an operator can look at them. */
final class DeadLetterCollector implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterCollector.class);

    private final DeadLetters letters;
    private final String service;
    private final Optional<ConcurrentMessageListenerContainer<Object, Object>> container;

    DeadLetterCollector(DeadLetters letters, String service, FactListenerContainerFactory containers) {
        this.letters = letters;
        this.service = service;
        List<String> topics = Topic.all().stream()
                .filter(topic -> topic.readers().contains(service))
                .map(topic -> DeadLetterTopics.of(topic.name(), service))
                .filter(Topic.all().stream().map(Topic::name).toList()::contains)
                .toList();
        this.container = topics.isEmpty() ? Optional.empty() : Optional.of(container(containers, topics));
    }

    private ConcurrentMessageListenerContainer<Object, Object> container(
            FactListenerContainerFactory containers, List<String> topics) {
        var listening = containers.createContainer(topics.toArray(String[]::new));
        listening.getContainerProperties().setGroupId(service + ".dead-letters");
        listening.getContainerProperties().setMessageListener((MessageListener<Object, Object>) this::collect);
        listening.setCommonErrorHandler(Retries.untilItWorks());
        listening.setBeanName("dead-letters");
        return listening;
    }

    private void collect(ConsumerRecord<Object, Object> letter) {
        DeadLetter kept;
        try {
            kept = DeadLetter.of(letter, service);
        } catch (IllegalArgumentException e) {
            log.error("not a dead letter of ours: {}", e.getMessage());
            return;
        }
        letters.keep(kept);
    }

    @Override
    public void start() {
        container.ifPresent(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        container.ifPresent(ConcurrentMessageListenerContainer::stop);
    }

    /** {@link ListenerStart} starts it with the others. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return container.filter(ConcurrentMessageListenerContainer::isRunning).isPresent();
    }

    /** With the other listeners: after everything they need, and stopped before it. */
    @Override
    public int getPhase() {
        return container.map(ConcurrentMessageListenerContainer::getPhase).orElse(DEFAULT_PHASE);
    }
}
