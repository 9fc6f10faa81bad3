package cn.bishui.monitoring.reading.kafka;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Containers that hand over packets in batches. A batch that fails is tried again for as long as it takes: nothing that a
 * device was told is safe may become a dead letter because the database was away.
 */
@Configuration(proxyBeanMethods = false)
class ReadingsContainers {

    static final String NAME = "readingsContainerFactory";

    @Bean(NAME)
    ConcurrentKafkaListenerContainerFactory<Object, Object> readingsContainers(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            @Value("${bishui.readings.consumers:2}") int concurrency) {
        ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        configurer.configure(factory, consumers);
        factory.setBatchListener(true);
        factory.setConcurrency(concurrency);
        ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(5_000);
        factory.setCommonErrorHandler(new DefaultErrorHandler(pauses));
        return factory;
    }
}
