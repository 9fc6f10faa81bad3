package cn.bishui.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The platform as {@code deploy/local/up} starts it, with a state directory and ports of its own. */
final class LocalPlatform {

    /** Beside a platform that the developer may have running, and below the ports that Linux gives to clients. */
    private static final int PORT_OFFSET = 10_000;

    private static final int START_MINUTES = 6;
    private static final int STOP_MINUTES = 2;

    private final Path repository = Path.of("").toAbsolutePath().getParent().getParent();

    /** With a space in it, which every script and server has to bear. */
    private final Path home = Path.of("target", "bishui home").toAbsolutePath();

    /** Starts it and returns all that the launcher said. */
    List<String> up(String... options) {
        List<String> command = new ArrayList<>(List.of("deploy/local/up", "--background"));
        command.addAll(List.of(options));
        return run(START_MINUTES, command);
    }

    void down() {
        run(STOP_MINUTES, List.of("deploy/local/down"));
    }

    /** An access token, as scripts get one. */
    String token(String username) {
        return run(1, List.of("deploy/local/token", username)).getLast();
    }

    String url() {
        return "http://localhost:" + (8080 + PORT_OFFSET);
    }

    int hj212Port() {
        return 9212 + PORT_OFFSET;
    }

    /** Ends a part as a power cut would. */
    void kill(String part) {
        try {
            long pid = Long.parseLong(Files.readAllLines(home.resolve("run").resolve(part + ".pid"))
                    .getFirst());
            // one whose launcher died may be gone already
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new IllegalStateException("no pid file of " + part, e);
        }
    }

    /** Ends every part, the launcher first so that it starts nothing again. */
    void killAll() {
        kill("launcher");
        try (Stream<Path> files = Files.list(home.resolve("run"))) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".pid") && !name.equals("launcher.pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .forEach(this::kill);
        } catch (IOException e) {
            throw new IllegalStateException("no pid files", e);
        }
    }

    String password(String username) {
        return rows("accounts.csv").stream()
                .filter(row -> username.equals(row.get("username")))
                .map(row -> String.valueOf(row.get("password")))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a file that the launcher wrote. */
    List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(home.resolve(file));
            String[] heads = lines.getFirst().split(",", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < heads.length; i++) {
                            row.put(heads[i], cells[i]);
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the launcher left no " + file, e);
        }
    }

    /** Lines of any part's log that warn of something. */
    List<String> warnings() {
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            List<String> found = new ArrayList<>();
            for (Path log : logs.sorted().toList()) {
                Files.readString(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                        .forEach(line -> found.add(log.getFileName() + ": " + line));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("no logs", e);
        }
    }

    private List<String> run(int minutes, List<String> command) {
        try {
            Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "launcher-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("BISHUI_HOME", home.toString());
            builder.environment().put("BISHUI_PORT_OFFSET", Integer.toString(PORT_OFFSET));
            // the build that runs this test made the programs
            builder.environment().put("BISHUI_BUILD", "never");
            Process process = builder.start();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            List<String> lines = Files.readAllLines(output);
            assertThat(ended && process.exitValue() == 0)
                    .as("%s said %s", String.join(" ", command), String.join("\n", lines))
                    .isTrue();
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(command + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
