package cn.bishui.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The files that are checked. */
final class Repository {

    private static final Path ROOT = root();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path).normalize();
    }

    static String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A property of the root pom. */
    static String version(String property) {
        var found = Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(read("pom.xml"));
        if (!found.find()) {
            throw new IllegalArgumentException("pom.xml has no property " + property);
        }
        return found.group(1);
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
