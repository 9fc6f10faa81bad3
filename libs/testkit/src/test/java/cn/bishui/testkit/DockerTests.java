package cn.bishui.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerTests {

    @TempDir
    private Path directory;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isNotThereWithoutASocketAndTestcontainersIsNotEvenAsked() {
        assertThat(docker(Map.of()).isWanted()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void isNotThereBehindASocketThatNobodyServes() throws IOException {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket()))
                .close();

        assertThat(socket()).exists();
        assertThat(docker(Map.of()).isWanted()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void isNotThereBehindASomethingElse() throws IOException {
        try (var _ = serving("SSH-2.0-OpenSSH_9.9\r\n")) {
            assertThat(docker(Map.of()).isWanted()).isFalse();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void isThereWhereItAnswersAndTestcontainersAgrees() throws IOException {
        try (var _ = serving("HTTP/1.0 200 OK\r\nApi-Version: 1.51\r\n\r\nOK")) {
            assertThat(docker(Map.of()).isWanted()).isTrue();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void isNotThereWhereTestcontainersCannotWorkWithIt() throws IOException {
        try (var _ = serving("HTTP/1.0 200 OK\r\n\r\nOK")) {
            assertThat(new Docker(Map.of(), List.of(socket()), directory.resolve("none"), () -> false).isWanted())
                    .isFalse();
        }
    }

    @Test
    void isLookedForWhereTheEnvironmentSays() throws IOException {
        try (var _ = serving("HTTP/1.0 200 OK\r\n\r\nOK")) {
            assertThat(docker(Map.of("DOCKER_HOST", "unix://" + directory.resolve("elsewhere.sock")))
                            .isWanted())
                    .isFalse();
        }
        try (ServerSocket server = new ServerSocket(0)) {
            assertThat(docker(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + server.getLocalPort()))
                            .isWanted())
                    .isTrue();
        }
    }

    @Test
    void isLookedForWhereTestcontainersOwnSettingsSay() throws IOException {
        Path elsewhere = directory.resolve("elsewhere.sock");
        Files.writeString(directory.resolve("settings"), "docker.host=unix\\://" + elsewhere);
        try (var _ = serving(elsewhere, "HTTP/1.1 200 OK\r\n\r\nOK")) {
            assertThat(docker(Map.of()).isWanted()).isTrue();
        }
    }

    @Test
    void isChosenByHand() throws IOException {
        assertThat(docker(Map.of("BISHUI_TEST_SERVERS", "docker")).isWanted()).isTrue();
        try (var _ = serving("HTTP/1.0 200 OK\r\n\r\nOK")) {
            assertThat(docker(Map.of("BISHUI_TEST_SERVERS", "embedded")).isWanted())
                    .isFalse();
        }
        assertThat(asked).hasValue(0);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> docker(Map.of("BISHUI_TEST_SERVERS", "podman")).isWanted());
    }

    @Test
    void containersAreThoseOfTheComposeFile() throws IOException {
        assertThat(Files.readString(Path.of("../../docker-compose.yml")))
                .contains("image: " + ContainerServers.POSTGRES_IMAGE + "\n")
                .contains("image: " + ContainerServers.KAFKA_IMAGE + "\n");
    }

    private Docker docker(Map<String, String> environment) {
        return new Docker(environment, List.of(socket()), directory.resolve("settings"), () -> {
            asked.incrementAndGet();
            return true;
        });
    }

    private Path socket() {
        return directory.resolve("docker.sock");
    }

    private ServerSocketChannel serving(String answer) throws IOException {
        return serving(socket(), answer);
    }

    private static ServerSocketChannel serving(Path socket, String answer) throws IOException {
        ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> {
            try (SocketChannel client = server.accept()) {
                client.read(ByteBuffer.allocate(256));
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                // closed without a visitor
            }
        });
        return server;
    }
}
