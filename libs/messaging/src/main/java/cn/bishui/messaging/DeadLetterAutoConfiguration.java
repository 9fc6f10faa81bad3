package cn.bishui.messaging;

import cn.bishui.audit.AuditLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service its dead letters in its database and, where it is a web application, the operator's API to them. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, KafkaAutoConfiguration.class})
public final class DeadLetterAutoConfiguration {

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc);
    }

    @Bean
    DeadLetterCollector deadLetterCollector(
            DeadLetters letters,
            @Value("${spring.application.name}") String service,
            FactListenerContainerFactory containers) {
        return new DeadLetterCollector(letters, service, containers);
    }

    @Bean
    ListenerStart listenerStart(KafkaListenerEndpointRegistry registry, DeadLetterCollector collector) {
        return new ListenerStart(() -> {
            List<Lifecycle> listeners = new ArrayList<>(registry.getListenerContainers());
            listeners.add(collector);
            return listeners;
        });
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(name = "cn.bishui.web.page.ListRequest")
    static class OverHttp {

        @Bean
        DeadLetterReplay deadLetterReplay(
                DeadLetters letters,
                KafkaListenerEndpointRegistry listeners,
                AuditLog audit,
                PlatformTransactionManager transactions,
                ObjectProvider<Clock> clock) {
            return new DeadLetterReplay(
                    letters,
                    listeners,
                    audit,
                    new TransactionTemplate(transactions),
                    clock.getIfUnique(Clock::systemUTC));
        }

        @Bean
        DeadLetterController deadLetterController(
                DeadLetters letters, DeadLetterReplay replay, @Value("${spring.application.name}") String service) {
            return new DeadLetterController(letters, replay, service);
        }

        @Bean
        DeadLetterPages deadLetterPages(
                DeadLetters letters, DeadLetterReplay replay, @Value("${spring.application.name}") String service) {
            return new DeadLetterPages(letters, replay, service);
        }

        @Bean
        DeadLetterTodo deadLetterTodo(DeadLetters letters, @Value("${spring.application.name}") String service) {
            return new DeadLetterTodo(letters, service);
        }
    }
}
