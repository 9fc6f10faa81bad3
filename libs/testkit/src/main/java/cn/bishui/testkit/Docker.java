package cn.bishui.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Finds out whether tests have Docker. Testcontainers itself takes seconds and many words to find that there is none, so
 * it is asked only where something at one of Docker's addresses answers.
 */
final class Docker {

    private static final String CHOICE = "BISHUI_TEST_SERVERS";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, String> environment;
    private final List<Path> sockets;
    private final Path settings;
    private final BooleanSupplier testcontainers;

    /**
     * @param sockets where Docker listens when nothing says otherwise
     * @param settings the file in which Testcontainers keeps its settings
     * @param testcontainers whether Testcontainers can work with what was found
     */
    Docker(Map<String, String> environment, List<Path> sockets, Path settings, BooleanSupplier testcontainers) {
        this.environment = environment;
        this.sockets = sockets;
        this.settings = settings;
        this.testcontainers = testcontainers;
    }

    static Docker ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> runtime =
                Stream.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(Path::of);
        return new Docker(
                System.getenv(),
                Stream.concat(
                                Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock")),
                                runtime.map(directory -> directory.resolve("docker.sock")))
                        .toList(),
                home.resolve(".testcontainers.properties"),
                () -> DockerClientFactory.instance().isDockerAvailable());
    }

    /**
     * Whether the servers are to run in containers.
     *
     * @throws IllegalStateException if {@code BISHUI_TEST_SERVERS} says neither docker nor embedded
     */
    boolean isWanted() {
        String choice = environment.getOrDefault(CHOICE, "");
        return switch (choice) {
            case "docker" -> true;
            case "embedded" -> false;
            case "" -> somethingAnswers() && testcontainers.getAsBoolean();
            default -> throw new IllegalStateException("%s is docker or embedded, not %s".formatted(CHOICE, choice));
        };
    }

    private boolean somethingAnswers() {
        String host = environment.getOrDefault("DOCKER_HOST", configuredHost());
        return host.isBlank() ? sockets.stream().anyMatch(Docker::pings) : answers(URI.create(host.strip()));
    }

    private String configuredHost() {
        Properties properties = new Properties();
        if (Files.isReadable(settings)) {
            try (var reader = Files.newBufferedReader(settings)) {
                properties.load(reader);
            } catch (IOException e) {
                return "";
            }
        }
        return properties.getProperty("docker.host", "");
    }

    private static boolean answers(URI host) {
        return switch (String.valueOf(host.getScheme())) {
            case "unix" -> pings(Path.of(host.getPath()));
            case "tcp", "http", "https" -> listens(host);
            default -> false;
        };
    }

    private static boolean listens(URI host) {
        int port = host.getPort() < 0 ? 2375 : host.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A socket's file outlives its daemon, and a daemon may hang: only an answer counts. */
    private static boolean pings(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(64);
            return selector.select(PATIENCE.toMillis()) > 0
                    && channel.read(answer) > 0
                    && new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
                            .matches("(?s)HTTP/1\\.[01] 200 .*");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
