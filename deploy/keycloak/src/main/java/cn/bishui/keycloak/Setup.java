package cn.bishui.keycloak;

import cn.bishui.contracts.Topic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;

/**
 * The job that containers run before the services start: {@code realm} sets up Keycloak, {@code topics} sets up Kafka.
 * Running it again changes nothing that is right already. Settings are environment variables:
 *
 * <ul>
 *   <li>{@code BISHUI_SECRETS}: directory of the {@link Secrets}, {@code /run/secrets/bishui} unless set; variables go first
 *   <li>{@code BISHUI_KEYCLOAK_URL}, {@code BISHUI_PUBLIC_URL}: Keycloak as this job reaches it, the platform in a browser
 *   <li>{@code BISHUI_PORTAL_URL}: the portal as Keycloak reaches it, the public address unless set
 *   <li>{@code BISHUI_KAFKA}: bootstrap servers where the user {@code broker} signs in with a password
 * </ul>
 */
public final class Setup {

    private Setup() {}

    /** Runs the parts named, both when none is named. */
    public static void main(String[] arguments) {
        var environment = System.getenv();
        var secrets =
                new Secrets(Path.of(environment.getOrDefault("BISHUI_SECRETS", "/run/secrets/bishui")), environment);
        for (String part : arguments.length == 0 ? new String[] {"realm", "topics"} : arguments) {
            switch (part) {
                case "realm" -> realm(environment, secrets);
                case "topics" -> topics(environment, secrets);
                default -> throw new IllegalArgumentException("realm or topics expected, not " + part);
            }
        }
    }

    private static void realm(Map<String, String> environment, Secrets secrets) {
        String publicUrl = required(environment, "BISHUI_PUBLIC_URL");
        var settings = new RealmSettings(
                publicUrl,
                environment.getOrDefault("BISHUI_PORTAL_URL", publicUrl),
                secrets.portalSecret(),
                secrets.kafkaSecrets(),
                false);
        try (var realm = new Realm(
                required(environment, "BISHUI_KEYCLOAK_URL"),
                Secrets.KEYCLOAK_ADMIN_USER,
                secrets.read(Secrets.KEYCLOAK_ADMIN))) {
            realm.ensure(settings);
        }
    }

    private static void topics(Map<String, String> environment, Secrets secrets) {
        var connection = new HashMap<String, Object>();
        connection.put("bootstrap.servers", required(environment, "BISHUI_KAFKA"));
        connection.put("security.protocol", "SASL_PLAINTEXT");
        connection.put("sasl.mechanism", "PLAIN");
        connection.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
                        + secrets.read(Secrets.KAFKA_BROKER) + "\";");
        try (var admin = Admin.create(connection)) {
            var rules = new AccessRules(admin);
            rules.ensureTopics(Topic.all());
            rules.ensureRules(Topic.all(), List.copyOf(secrets.kafkaSecrets().keySet()));
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), () -> "environment variable " + name + " is not set");
    }
}
