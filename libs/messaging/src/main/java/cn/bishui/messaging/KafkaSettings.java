package cn.bishui.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Gives every service the settings of {@code bishui-messaging.yaml}, and those of an OAUTHBEARER client where
 * {@code BISHUI_KAFKA_TOKEN_URL} says where tokens are to be had.
 */
final class KafkaSettings implements EnvironmentPostProcessor, Ordered {

    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String tokenUrl = environment.getProperty("BISHUI_KAFKA_TOKEN_URL", "");
        if (!tokenUrl.isBlank()) {
            environment.getPropertySources().addLast(new MapPropertySource("bishui-kafka-token", token(tokenUrl)));
            allow(tokenUrl);
        }
        try {
            new YamlPropertySourceLoader()
                    .load("bishui-messaging", new ClassPathResource("bishui-messaging.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("bishui-messaging.yaml cannot be read", e);
        }
    }

    /** After the application's own files are read, so that these settings rank below them. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static Map<String, Object> token(String url) {
        String kafka = "org.apache.kafka.common.security.oauthbearer.";
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.kafka.security.protocol", "${BISHUI_KAFKA_PROTOCOL:SASL_PLAINTEXT}");
        set(settings, "sasl.mechanism", "OAUTHBEARER");
        set(settings, "sasl.jaas.config", kafka + "OAuthBearerLoginModule required;");
        set(settings, "sasl.login.callback.handler.class", kafka + "OAuthBearerLoginCallbackHandler");
        set(settings, "sasl.oauthbearer.jwt.retriever.class", kafka + "ClientCredentialsJwtRetriever");
        set(settings, "sasl.oauthbearer.token.endpoint.url", url);
        set(settings, "sasl.oauthbearer.client.credentials.client.id", "${BISHUI_KAFKA_CLIENT_ID}");
        set(settings, "sasl.oauthbearer.client.credentials.client.secret", "${BISHUI_KAFKA_CLIENT_SECRET}");
        // tokens may live for five minutes only
        set(settings, "sasl.login.refresh.buffer.seconds", "20");
        set(settings, "sasl.login.refresh.min.period.seconds", "5");
        return settings;
    }

    private static void set(Map<String, Object> settings, String kafkaKey, String value) {
        settings.put("spring.kafka.properties[" + kafkaKey + "]", value);
    }

    /** Kafka's client asks no address for a token that the JVM was not told of. */
    private static void allow(String url) {
        String allowed = System.getProperty(ALLOWED_URLS);
        if (allowed == null || allowed.isBlank()) {
            System.setProperty(ALLOWED_URLS, url);
        } else if (!List.of(allowed.split(",")).contains(url)) {
            System.setProperty(ALLOWED_URLS, allowed + "," + url);
        }
    }
}
