package cn.bishui.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of this module that is generated, and checked in so that a change of it is seen in review. */
record CheckedIn(Path path) {

    private static final String SWITCH = "bishui.regenerate";

    /** Whether the build was asked to write such files anew. */
    static boolean regenerating() {
        return Boolean.getBoolean(SWITCH);
    }

    Optional<String> text() {
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to say to somebody whose change makes the file stale. */
    String staleness() {
        return "libs/contracts/%s is not what the code says. If the change is meant: ./mvnw -pl libs/contracts test -D%s=true"
                .formatted(path, SWITCH);
    }
}
