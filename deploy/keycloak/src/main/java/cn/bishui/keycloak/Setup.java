package cn.bishui.keycloak;

import cn.bishui.contracts.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The jobs that containers run. {@code realm} sets up Keycloak, {@code topics} sets up Kafka, both before the services
 * start; running one again changes nothing that is right already. {@code account NAME...} makes the account of a post, or
 * gives it a new password, and prints it. Settings are environment variables:
 *
 * <ul>
 *   <li>{@code BISHUI_SECRETS}: directory of the {@link Secrets}, {@code /run/secrets/bishui} unless set; variables go first
 *   <li>{@code BISHUI_KEYCLOAK_URL}, {@code BISHUI_PUBLIC_URL}: Keycloak as this job reaches it, the platform in a browser
 *   <li>{@code BISHUI_PORTAL_URL}: the portal as Keycloak reaches it, the public address unless set
 *   <li>{@code BISHUI_KAFKA}: bootstrap servers where the user {@code broker} signs in with a password
 * </ul>
 */
public final class Setup {

    private static final int PASSWORD_LENGTH = 16;

    private final Map<String, String> environment;
    private final Secrets secrets;

    private Setup(Map<String, String> environment) {
        this.environment = environment;
        this.secrets =
                new Secrets(Path.of(environment.getOrDefault("BISHUI_SECRETS", "/run/secrets/bishui")), environment);
    }

    /** Runs the job named first with the arguments that follow. */
    public static void main(String[] arguments) {
        var setup = new Setup(System.getenv());
        try {
            setup.run(Arrays.asList(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run(List<String> arguments) {
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "realm" -> realm();
            case "topics" -> topics();
            case "account" -> accounts(arguments.subList(1, arguments.size()));
            default -> throw new IllegalArgumentException("A job is expected: realm, topics, or account NAME...");
        }
    }

    private void realm() {
        String publicUrl = required("BISHUI_PUBLIC_URL");
        var settings = new RealmSettings(
                publicUrl,
                environment.getOrDefault("BISHUI_PORTAL_URL", publicUrl),
                secrets.portalSecret(),
                secrets.kafkaSecrets(),
                false);
        try (var realm = connect()) {
            realm.ensure(settings);
        }
    }

    private void topics() {
        var connection = new HashMap<String, Object>();
        connection.put("bootstrap.servers", required("BISHUI_KAFKA"));
        connection.put("security.protocol", "SASL_PLAINTEXT");
        connection.put("sasl.mechanism", "PLAIN");
        connection.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
                        + secrets.read(Secrets.KAFKA_BROKER) + "\";");
        try (var admin = Admin.create(connection)) {
            var rules = new AccessRules(admin);
            rules.awaitBroker();
            rules.ensureTopics(Topic.all());
            rules.ensureRules(Topic.all(), List.copyOf(secrets.kafkaSecrets().keySet()));
        }
    }

    private void accounts(List<String> names) {
        Map<String, Post> posts = Post.all().stream().collect(Collectors.toMap(Post::username, post -> post));
        if (names.isEmpty() || !posts.keySet().containsAll(names)) {
            throw new IllegalArgumentException("Accounts are named after posts: "
                    + posts.keySet().stream().sorted().collect(Collectors.joining(" ")));
        }
        try (var realm = connect()) {
            for (String name : names) {
                String password = Secrets.random(PASSWORD_LENGTH);
                realm.ensureAccount(Objects.requireNonNull(posts.get(name)), password, false);
                System.out.println(name + " " + password);
            }
        }
    }

    private Realm connect() {
        return new Realm(
                required("BISHUI_KEYCLOAK_URL"), Secrets.KEYCLOAK_ADMIN_USER, secrets.read(Secrets.KEYCLOAK_ADMIN));
    }

    private String required(String name) {
        return Objects.requireNonNull(environment.get(name), () -> "environment variable " + name + " is not set");
    }
}
