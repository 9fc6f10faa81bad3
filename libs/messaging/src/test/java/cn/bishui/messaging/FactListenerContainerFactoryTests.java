package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.bishui.contracts.enforcement.CaseFiled;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;

class FactListenerContainerFactoryTests {

    private final FactListenerContainerFactory factory = new FactListenerContainerFactory();

    @BeforeEach
    void consumeInTheServicesGroup() {
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                Map.of("bootstrap.servers", "localhost:1", "group.id", "disclosure")));
    }

    @Test
    void refusesTwoListenersThatWouldShareATopicsPartitions() throws Exception {
        factory.createListenerContainer(endpoint("cards", null, "enforcement.v1"));

        assertThatIllegalStateException()
                .isThrownBy(() -> factory.createListenerContainer(endpoint("cases", null, "enforcement.v1")))
                .withMessageContaining("disclosure")
                .withMessageContaining("enforcement.v1");
    }

    @Test
    void letsTwoListenersHearATopicInGroupsOfTheirOwn() throws Exception {
        factory.createListenerContainer(endpoint("cards", null, "enforcement.v1"));

        assertThat(factory.createListenerContainer(endpoint("cases", "disclosure.cases", "enforcement.v1"))
                        .getGroupId())
                .isEqualTo("disclosure.cases");
    }

    @Test
    void letsTwoListenersOfAGroupHearDifferentTopics() throws Exception {
        factory.createListenerContainer(endpoint("cards", null, "enforcement.v1"));

        assertThat(factory.createListenerContainer(endpoint("limits", null, "permits.v1"))
                        .getGroupId())
                .isEqualTo("disclosure");
    }

    private static KafkaListenerEndpoint endpoint(String id, String group, String topic) throws Exception {
        MethodKafkaListenerEndpoint<Object, Object> endpoint = new MethodKafkaListenerEndpoint<>();
        endpoint.setId(id);
        endpoint.setGroupId(group);
        endpoint.setTopics(topic);
        Listener deaf = _ -> {};
        endpoint.setBean(deaf);
        endpoint.setMethod(Listener.class.getMethod("on", CaseFiled.class));
        DefaultMessageHandlerMethodFactory methods = new DefaultMessageHandlerMethodFactory();
        methods.afterPropertiesSet();
        endpoint.setMessageHandlerMethodFactory(methods);
        return endpoint;
    }

    @FunctionalInterface
    interface Listener {

        void on(CaseFiled fact);
    }
}
