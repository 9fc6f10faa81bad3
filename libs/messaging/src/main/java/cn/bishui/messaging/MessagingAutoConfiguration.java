package cn.bishui.messaging;

import cn.bishui.audit.AuditAnchors;
import cn.bishui.audit.AuditAutoConfiguration;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Gives a service its outbox, its inbox and listeners that understand facts. */
@AutoConfiguration(
        before = KafkaAutoConfiguration.class,
        after = {JdbcClientAutoConfiguration.class, AuditAutoConfiguration.class})
public final class MessagingAutoConfiguration {

    private final String service;

    MessagingAutoConfiguration(@Value("${spring.application.name}") String service) {
        this.service = service;
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, ObjectProvider<Clock> clock, OutboxRelay relay) {
        return new JdbcOutbox(jdbc, clock.getIfUnique(Clock::systemUTC), relay::wake);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new JdbcInbox(jdbc);
    }

    @Bean
    OutboxRelay outboxRelay(JdbcConnectionDetails database, ProducerFactory<?, ?> producers) {
        return new OutboxRelay(
                () -> DriverManager.getConnection(database.getJdbcUrl(), ownConnection(database)),
                ownProducers(producers),
                service);
    }

    /**
     * What happens to an event on which a listener fails.
     *
     * @param giveUpAfter how long it is tried before it becomes a dead letter; half a minute outlasts a deadlock, a
     *     failover, a deployment
     */
    @Bean
    DefaultErrorHandler factErrorHandler(
            ObjectProvider<KafkaOperations<?, ?>> kafka,
            @Value("${bishui.messaging.give-up-after:30s}") Duration giveUpAfter) {
        return Retries.handler(kafka.getObject(), service, giveUpAfter);
    }

    @Bean
    FactListenerContainerFactory kafkaListenerContainerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> consumers) {
        FactListenerContainerFactory factory = new FactListenerContainerFactory();
        configurer.configure(factory, consumers);
        factory.setRecordMessageConverter(new FactConverter());
        return factory;
    }

    @Bean
    AnchorJob auditAnchorJob(AuditAnchors anchors, Outbox outbox) {
        return new AnchorJob(anchors, outbox, service);
    }

    private Properties ownConnection(JdbcConnectionDetails database) {
        Properties settings = new Properties();
        setIfPresent(settings, "user", database.getUsername());
        setIfPresent(settings, "password", database.getPassword());
        settings.setProperty("ApplicationName", service + " outbox relay");
        settings.setProperty("tcpKeepAlive", "true");
        // seconds: a server that is gone must not hold the relay for good
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", "30");
        return settings;
    }

    private static void setIfPresent(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    /** Waits for acknowledgements rather than for more records, and never long where there is no broker. */
    private Supplier<Producer<String, byte[]>> ownProducers(ProducerFactory<?, ?> shared) {
        Map<String, Object> settings = new HashMap<>(shared.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        // a topic that cannot be written must not hold up the others for long
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
