package cn.bishui.messaging;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.catalogue.Facts;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.kafka.config.MultiMethodKafkaListenerEndpoint;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Makes the containers of {@code @KafkaListener}s so that each hears the facts that its handlers take, and no others:
 * facts that a listener, or this version of the software, does not know pass by without a line of its code.
 */
final class FactListenerContainerFactory extends ConcurrentKafkaListenerContainerFactory<Object, Object> {

    /** Group and topic of every listener so far. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public ConcurrentMessageListenerContainer<Object, Object> createListenerContainer(KafkaListenerEndpoint endpoint) {
        if (endpoint instanceof MethodKafkaListenerEndpoint<?, ?> methods) {
            List<Method> handlers = handlers(methods);
            if (handlers.stream().allMatch(FactListenerContainerFactory::takesAFact)) {
                Predicate<ConsumerRecord<?, ?>> heard = heardBy(handlers);
                methods.setRecordFilterStrategy(event -> !heard.test(event));
            }
        }
        var container = super.createListenerContainer(endpoint);
        refuseToShare(container);
        return container;
    }

    /** Kafka would give each of the two a part of the topic, and neither would know what it missed. */
    private void refuseToShare(ConcurrentMessageListenerContainer<Object, Object> container) {
        String[] topics = container.getContainerProperties().getTopics();
        for (String topic : topics == null ? new String[0] : topics) {
            if (!taken.add(container.getGroupId() + ' ' + topic)) {
                throw new IllegalStateException(
                        "two listeners of group %1$s hear %2$s: make them one, or give one a groupId that begins with %1$s."
                                .formatted(container.getGroupId(), topic));
            }
        }
    }

    private static List<Method> handlers(MethodKafkaListenerEndpoint<?, ?> endpoint) {
        if (endpoint instanceof MultiMethodKafkaListenerEndpoint<?, ?> multi) {
            Method fallback = multi.getDefaultMethod();
            return multi.getMethods().stream()
                    .filter(method -> !method.equals(fallback))
                    .toList();
        }
        return Optional.ofNullable(endpoint.getMethod()).map(List::of).orElse(List.of());
    }

    private static boolean takesAFact(Method handler) {
        return factsOf(handler).findAny().isPresent();
    }

    private static Stream<Class<?>> factsOf(Method handler) {
        return Arrays.stream(handler.getParameterTypes()).filter(Fact.class::isAssignableFrom);
    }

    /** An event without a type is heard: it is none of ours, and the converter says so. */
    private static Predicate<ConsumerRecord<?, ?>> heardBy(List<Method> handlers) {
        Set<Class<?>> taken =
                handlers.stream().flatMap(FactListenerContainerFactory::factsOf).collect(Collectors.toSet());
        return event -> FactConverter.typeOf(event)
                .map(type -> Facts.byType(type)
                        .filter(fact -> taken.stream().anyMatch(each -> each.isAssignableFrom(fact)))
                        .isPresent())
                .orElse(true);
    }
}
