package cn.bishui.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A Keycloak server in a JVM of its own, reachable from this machine only, that keeps everything in PostgreSQL. It can be
 * started and stopped again and again.
 */
public final class EmbeddedKeycloak implements Server {

    private static final String ARTIFACT = "keycloak-quarkus-dist-";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** Fixed when the program is built, so that its start has nothing left to decide; the cache's name tells them. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--cache=local", "--health-enabled=true");

    private final KeycloakSettings settings;
    private final Path home;
    private final ChildProcess process;

    /** Describes a server; nothing starts yet. */
    public EmbeddedKeycloak(KeycloakSettings settings) {
        this.settings = settings;
        String version = String.valueOf(distribution().getFileName())
                .replace(ARTIFACT, "")
                .replace(".zip", "");
        this.home = settings.cache().toAbsolutePath().normalize().resolve("keycloak-" + version);
        this.process = new ChildProcess(
                "Keycloak",
                List.of(
                        script(home),
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + settings.port(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + settings.managementPort(),
                        "--hostname=" + settings.url(),
                        "--db-pool-min-size=1",
                        "--db-pool-initial-size=1",
                        "--db-pool-max-size=10"),
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS", javaOptions("-Xms64m -Xmx400m"),
                        "KC_DB_URL", settings.jdbcUrl(),
                        "KC_DB_USERNAME", settings.databaseUser(),
                        "KC_DB_PASSWORD", settings.databasePassword(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", settings.adminUser(),
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword()),
                settings.directory().toAbsolutePath(),
                settings.log().toAbsolutePath(),
                settings.directory().toAbsolutePath().normalize().resolve("keycloak.pid"),
                "--http-port=" + settings.port());
    }

    @Override
    public void start() {
        prepare();
        process.start(settings.port(), settings.managementPort());
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            process.awaitReady(START_LIMIT, () -> ready(client));
        }
    }

    /** Unpacks and builds the program unless an earlier run did; takes half a minute the first time. */
    public void prepare() {
        Unpacked.zip(() -> Files.newInputStream(distribution()), home, EmbeddedKeycloak::build);
    }

    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    @Override
    public String name() {
        return process.name();
    }

    private boolean ready(HttpClient client) {
        var health = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted", e);
        }
    }

    private static void build(Path unpacked) throws IOException {
        var builder = new ProcessBuilder(script(unpacked)).redirectErrorStream(true);
        builder.command().addAll(BUILD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", javaOptions("-Xmx512m"));
        Process build = builder.start();
        try (InputStream output = build.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (build.waitFor() != 0) {
                throw new ServerFailed("Keycloak could not be built:\n" + text.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted", e);
        }
    }

    private static String javaOptions(String heap) {
        return heap + " -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -Xss512k"
                + " -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
                + " --sun-misc-unsafe-memory-access=allow";
    }

    private static String script(Path home) {
        return home.resolve("bin/kc.sh").toString();
    }

    private static Path distribution() {
        return ClassPath.entries().stream()
                .filter(entry ->
                        Objects.requireNonNull(entry.getFileName()).toString().startsWith(ARTIFACT))
                .filter(entry -> entry.toString().endsWith(".zip"))
                .findFirst()
                .orElseThrow(() -> new ServerFailed("Keycloak's distribution is missing on the class path"));
    }
}
