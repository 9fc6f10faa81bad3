package cn.bishui.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The launcher's own pid file: its process id, a text that is in its command line, and the port offset it runs with, so
 * that {@code down} and {@code token} find it without being told.
 */
final class RunFile {

    static final String MARKER = "cn.bishui.local.Up";

    private RunFile() {}

    static void write(Home home, PortPlan ports) {
        Home.writePrivate(
                home.pid("launcher"), ProcessHandle.current().pid() + "\n" + MARKER + "\n" + ports.offset() + "\n");
    }

    static void delete(Home home) {
        try {
            Files.deleteIfExists(home.pid("launcher"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports of the platform that runs, or ran last before it was killed; null where none did. */
    static @Nullable PortPlan ports(Home home) {
        Path file = home.pid("launcher");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 3 ? null : new PortPlan(Integer.parseInt(lines.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String publicUrl(Home home) {
        PortPlan ports = ports(home);
        return ports == null ? null : ports.publicUrl();
    }
}
