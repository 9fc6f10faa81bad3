package cn.bishui.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the platform keeps its state.
 *
 * @param repository top of the repository, where the built services are
 * @param directory the state, {@code BISHUI_HOME}
 * @param cache unpacked servers, which are no state: they outlive {@code --fresh} and serve several platforms
 */
record Home(Path repository, Path directory, Path cache) {

    static Home of(Map<String, String> environment) {
        Path repository = Path.of(Objects.requireNonNull(environment.get("BISHUI_ROOT"), "BISHUI_ROOT is not set"));
        Path directory = Optional.ofNullable(environment.get("BISHUI_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(repository.resolve(".bishui"));
        Path cache = Optional.ofNullable(environment.get("BISHUI_CACHE"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(repository.resolve(".bishui/cache"));
        return new Home(
                repository.toAbsolutePath().normalize(),
                directory.toAbsolutePath().normalize(),
                cache.toAbsolutePath().normalize());
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    Path pid(String name) {
        return directory.resolve("run").resolve(name + ".pid");
    }

    /** Makes the directories that everything else expects. */
    void create() {
        try {
            Files.createDirectories(directory.resolve("logs"));
            Files.createDirectories(directory.resolve("run"));
        } catch (IOException e) {
            throw new Refusal("Bishui cannot write to " + directory + ": " + e.getMessage() + ".");
        }
    }

    /** Throws away all state; what is unpacked stays. */
    void wipe() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                boolean keep = path.equals(directory) || path.startsWith(cache) || cache.startsWith(path);
                if (!keep && !path.equals(lock())) {
                    deleteUnlessOccupied(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteUnlessOccupied(Path path) throws IOException {
        // The directory of the lock stays, for the lock is held while this runs.
        if (!lock().startsWith(path)) {
            Files.deleteIfExists(path);
        }
    }

    Path lock() {
        return directory.resolve("run").resolve("lock");
    }

    /** Writes a file that only its owner may read, all of it or nothing. */
    static void writePrivate(Path path, String text) {
        try {
            Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
