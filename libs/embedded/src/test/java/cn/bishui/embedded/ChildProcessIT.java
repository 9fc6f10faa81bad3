package cn.bishui.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    private static final int SIDE_BY_SIDE = 8;
    private static final int ROUNDS = 40;

    @TempDir
    Path temporary;

    @Test
    void refusesAPortThatAnotherProgramHas() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> child("late").start(other.getLocalPort()))
                    .isInstanceOf(ServerFailed.class)
                    .hasMessage("Port " + other.getLocalPort() + " is taken by another program, and late needs it.");
        }
    }

    @Test
    void takesNoChildThatIsBeingForkedForTheHolderOfAPort() {
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> starting = IntStream.range(0, SIDE_BY_SIDE)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> startAgainAndAgain(number), side))
                    .toList();
            assertThat(starting).allSatisfy(each -> assertThat(each).succeedsWithin(Duration.ofMinutes(1)));
        }
    }

    private void startAgainAndAgain(int number) {
        ChildProcess child = child("child-" + number);
        int port = Ports.free();
        for (int round = 0; round < ROUNDS; round++) {
            child.start(port);
            child.stop(Duration.ofSeconds(10));
        }
    }

    private ChildProcess child(String name) {
        return new ChildProcess(
                name,
                List.of("/bin/sleep", "0"),
                Map.of(),
                temporary,
                temporary.resolve(name + ".log"),
                temporary.resolve(name + ".pid"),
                name);
    }
}
