package cn.bishui.local;

import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A service of the platform in a JVM of its own; ready when its health check says so. */
final class Service implements Server {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final int[] ports;
    private final ChildProcess process;

    /**
     * Describes a service; nothing starts yet.
     *
     * @param ports its TCP ports, that of its pages first
     */
    Service(Home home, String name, Path jar, Map<String, String> environment, int... ports) {
        this.ports = ports.clone();
        this.process = new ChildProcess(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString()),
                environment,
                home.directory().resolve("run"),
                home.log(name),
                home.pid(name),
                jar.toString());
    }

    @Override
    public void start() {
        process.start(ports);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            process.awaitReady(START_LIMIT, () -> healthy(client));
        }
    }

    private boolean healthy(HttpClient client) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + ports[0] + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
}
