package cn.bishui.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that are run by tests. */
final class Programs {

    private Programs() {}

    /**
     * How a program ended.
     *
     * @param status what it returned
     * @param output what it printed
     */
    record Ended(int status, String output) {}

    static Ended run(Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Ended run(String... command) {
        return run(Map.of(), List.of(command));
    }

    /** Skips the test where the program is not installed; in CI, which installs it, that is a failure. */
    static void require(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(found, program + " is not installed");
        } else if (!found) {
            throw new AssertionError(program + " is not installed");
        }
    }

    /** A copy of a script of deploy/images for this machine: what it names is replaced by what is here. */
    static Path scriptForHere(String name, Path directory, Map<String, String> replacements) {
        String text = Repository.read("deploy/images/" + name);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            if (!text.contains(replacement.getKey())) {
                throw new IllegalArgumentException(name + " does not name " + replacement.getKey());
            }
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
