package cn.bishui.local;

import cn.bishui.embedded.ServerFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service's program, unpacked from the jar that the build made. The unpacked copy starts faster than the jar, and a
 * build does not pull it from under the running service.
 */
final class Application {

    private final Path target;
    private final String name;
    private final Path unpacked;

    Application(Home home, String name) {
        this.name = name;
        this.target = home.repository().resolve("services").resolve(name).resolve("target");
        this.unpacked = home.file("apps").resolve(name);
    }

    /** The jar to run. */
    Path jar() {
        return unpacked.resolve("service.jar");
    }

    /** Unpacks what the build made last, unless that is what is there. */
    void refresh() {
        Path built = built().orElseThrow(() ->
                new Refusal("The service " + name + " is not built: no bishui-" + name + " jar in " + target + "."));
        try {
            String stamp =
                    Files.size(built) + " " + Files.getLastModifiedTime(built).toMillis();
            Path stampFile = unpacked.resolve("stamp");
            if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
                return;
            }
            delete(unpacked);
            extract(built);
            Files.move(unpacked.resolve(String.valueOf(built.getFileName())), jar());
            Files.writeString(stampFile, stamp);
        } catch (IOException e) {
            throw new ServerFailed(name + " could not be unpacked: " + e.getMessage(), e);
        }
    }

    private Optional<Path> built() {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            String.valueOf(file.getFileName()).matches("bishui-" + name + "-[^-]+(-SNAPSHOT)?\\.jar"))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void extract(Path jar) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString()))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(text.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
