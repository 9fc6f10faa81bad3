package cn.bishui.local;

import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Plays the demo district's devices against the platform's HJ 212 port. */
final class Simulator implements Server {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Path profiles;
    private final ChildProcess process;

    Simulator(Home home, Path devices, int hj212Port) {
        Path jar = jar(home.repository().resolve("deploy/simulator/target"));
        this.profiles = home.file("run").resolve("profiles.csv");
        this.process = new ChildProcess(
                "simulator",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        devices.toString(),
                        "localhost:" + hj212Port,
                        "--profiles=" + profiles,
                        "--tampering=3"),
                Map.of(),
                home.file("run"),
                home.log("simulator"),
                home.pid("simulator"),
                devices.toString());
    }

    private static Path jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            String.valueOf(file.getFileName()).matches("bishui-simulator-[^-]+(-SNAPSHOT)?\\.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new Refusal("The simulator is not built: no jar in " + target + "."));
        } catch (IOException e) {
            throw new Refusal("The simulator is not built: no jar in " + target + ".");
        }
    }

    @Override
    public void start() {
        try (var stream = Objects.requireNonNull(Simulator.class.getResourceAsStream("demo/profiles.csv"))) {
            Files.write(profiles, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.start();
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
