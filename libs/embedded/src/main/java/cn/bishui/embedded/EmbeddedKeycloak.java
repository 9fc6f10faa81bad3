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
import java.util.ArrayList;
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
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--cache=local",
            "--health-enabled=true",
            // deprecated and on unless switched off, which it warns of
            "--features-disabled=identity-brokering-api,twitter-broker");

    private final KeycloakSettings settings;
    private final Path home;
    private final ChildProcess process;

    /** Describes a server; nothing starts yet. */
    public EmbeddedKeycloak(KeycloakSettings settings) {
        this.settings = settings;
        String version = String.valueOf(distribution().getFileName())
                .replace(ARTIFACT, "")
                .replace(".zip", "");
        this.home = settings.cache()
                .toAbsolutePath()
                .normalize()
                .resolve("keycloak-" + version + "-" + Integer.toHexString(BUILD.hashCode()));
        this.process = new ChildProcess(
                "Keycloak",
                java(
                        "-Xms64m -Xmx400m",
                        home,
                        "start",
                        "--optimized",
                        // said again: otherwise it looks for a cluster, on every network of the machine
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + settings.port(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + settings.managementPort(),
                        "--hostname=" + settings.url(),
                        "--log-level=INFO,io.smallrye.health:error",
                        "--spi-theme--folder--dir="
                                + settings.themes().toAbsolutePath().normalize(),
                        // packed style sheets would be kept beside the program, and outlive a change of the theme
                        "--spi-resource-encoding--gzip--excluded-content-types=image/png image/jpeg text/css",
                        "--spi-theme--static-max-age=3600",
                        "--db-pool-min-size=1",
                        "--db-pool-initial-size=1",
                        "--db-pool-max-size=10"),
                Map.of(
                        "KC_DB_URL", settings.jdbcUrl(),
                        "KC_DB_USERNAME", settings.databaseUser(),
                        "KC_DB_PASSWORD", settings.databasePassword(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", settings.adminUser(),
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword()),
                settings.directory().toAbsolutePath().normalize(),
                settings.log().toAbsolutePath().normalize(),
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
    public void stopStale() {
        process.stopStale();
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
        var builder = new ProcessBuilder(java("-Xmx512m", unpacked, BUILD.toArray(String[]::new)));
        Process build = builder.redirectErrorStream(true).start();
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

    /**
     * The command that Keycloak's own {@code kc.sh} would run as its child; run directly, so that the process that is
     * watched and stopped is the server.
     */
    private static List<String> java(String heap, Path home, String... arguments) {
        var command = new ArrayList<String>();
        command.add(ClassPath.java());
        command.addAll(List.of(heap.split(" ", -1)));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
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
