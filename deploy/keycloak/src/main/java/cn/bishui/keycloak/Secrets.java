package cn.bishui.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A directory of secrets, one per file. For the infrastructure {@code <name>}; for what one service may read
 * {@code <service>/<VARIABLE>}. Compose's volume and the local platform's {@code .bishui/secrets} look alike. An
 * environment variable goes first, which is how the chart hands them over: {@code BISHUI_KEYCLOAK_ADMIN_PASSWORD} for
 * {@code keycloak-admin-password}, {@code BISHUI_PERMITS_KAFKA_CLIENT_SECRET} for
 * {@code permits/BISHUI_KAFKA_CLIENT_SECRET}.
 *
 * @param directory where the files are
 * @param environment variables that go first
 */
public record Secrets(Path directory, Map<String, String> environment) {

    /** File of the password of PostgreSQL's superuser. */
    public static final String POSTGRES = "postgres-password";

    /** File of the password of Keycloak's administrator, {@value #KEYCLOAK_ADMIN_USER}. */
    public static final String KEYCLOAK_ADMIN = "keycloak-admin-password";

    /** Name of Keycloak's administrator. */
    public static final String KEYCLOAK_ADMIN_USER = "bishui-setup";

    /** File of the password of Kafka's super user {@code broker}. */
    public static final String KAFKA_BROKER = "kafka-broker-password";

    /**
     * File of the key of the service complaints: {@value #KEY_BYTES} random bytes in base64. What it encrypted is lost
     * with it.
     */
    public static final String COMPLAINTS_KEY = "complaints/BISHUI_COMPLAINTS_KEY";

    /** File of keys that the service complaints had before, separated by commas, where there are any. */
    public static final String COMPLAINTS_OLD_KEYS = "complaints/BISHUI_COMPLAINTS_OLD_KEYS";

    /** File of the key with which the service monitoring keeps the keys of devices; as {@link #COMPLAINTS_KEY}. */
    public static final String MONITORING_KEY = "monitoring/BISHUI_MONITORING_KEY";

    /** File of keys that the service monitoring had before, separated by commas, where there are any. */
    public static final String MONITORING_OLD_KEYS = "monitoring/BISHUI_MONITORING_OLD_KEYS";

    private static final int KEY_BYTES = 32;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Copies the variables. */
    public Secrets {
        environment = Map.copyOf(environment);
    }

    /** The secret with that name; {@link UncheckedIOException} when it is not there. */
    public String read(String name) {
        String given = environment.get(variable(name));
        if (given != null) {
            return given;
        }
        try {
            return Files.readString(directory.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String name) {
        int slash = name.indexOf('/');
        String plain = slash < 0 ? name : name.substring(0, slash) + name.substring(slash + "/BISHUI".length());
        return "BISHUI_"
                + plain.replace('-', '_').replace("portal_PORTAL", "PORTAL").toUpperCase(Locale.ROOT);
    }

    /** Password of the login role of a database. */
    public String databasePassword(String database) {
        return read(database + "/BISHUI_DB_PASSWORD");
    }

    /** Secret with which a service gets its tokens for Kafka. */
    public String kafkaSecret(String service) {
        return read(service + "/BISHUI_KAFKA_CLIENT_SECRET");
    }

    /** Secret of the portal as a client of Keycloak. */
    public String portalSecret() {
        return read("portal/BISHUI_PORTAL_CLIENT_SECRET");
    }

    /** The secrets of every service that is a client of Kafka, by its name. */
    public Map<String, String> kafkaSecrets() {
        var secrets = new LinkedHashMap<String, String>();
        PlatformService.all().stream()
                .filter(PlatformService::kafka)
                .forEach(service -> secrets.put(service.name(), kafkaSecret(service.name())));
        return secrets;
    }

    /** The secret with that name, empty where there is none. */
    public Optional<String> find(String name) {
        return environment.containsKey(variable(name)) || Files.exists(directory.resolve(name))
                ? Optional.of(read(name))
                : Optional.empty();
    }

    /** A new secret, of letters and digits that are not mistaken for one another. */
    public static String random(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** A new key for encryption, in base64. */
    public static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
