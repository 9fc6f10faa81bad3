package cn.bishui.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs as a child of this JVM, writes to a log file and leaves its process id in a pid file, so that a
 * later run finds it if this JVM is killed. On Linux it also ends with this JVM, however that ends.
 */
public final class ChildProcess {

    /**
     * Linux sends the parent-death signal when the thread that forked ends, not the process; so every child is forked
     * from this one thread, which lives as long as the JVM.
     */
    private static final ExecutorService FORKER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child-forker").factory());

    private static final int LOG_TAIL_LINES = 15;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Path log;
    private final Path pidFile;
    private final String marker;
    private String deathSignal = "TERM";
    private @Nullable Process process;

    /**
     * Describes a program; nothing starts yet.
     *
     * @param name what messages call it
     * @param command program and arguments
     * @param environment variables set besides those of this JVM
     * @param workingDirectory where it runs; made when missing
     * @param log file that its output is appended to
     * @param pidFile file that holds its process id while it runs
     * @param marker a text in its command line that no other program has; tells a stale child from a reused process id
     */
    public ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path workingDirectory,
            Path log,
            Path pidFile,
            String marker) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.workingDirectory = workingDirectory;
        this.log = log;
        this.pidFile = pidFile;
        this.marker = marker;
    }

    /** Which signal the program gets when this JVM ends without stopping it; {@code TERM} unless said otherwise. */
    void endWith(String signal) {
        deathSignal = signal;
    }

    /**
     * Stops what an earlier run left, then starts the program; does not wait until it is ready.
     *
     * @param ports the TCP ports it needs; {@link ServerFailed} when another program has one of them
     */
    public synchronized void start(int... ports) {
        stopStale();
        try {
            Files.createDirectories(workingDirectory);
            Files.createDirectories(Objects.requireNonNull(log.toAbsolutePath().getParent()));
            Files.createDirectories(
                    Objects.requireNonNull(pidFile.toAbsolutePath().getParent()));
            process = fork(ports);
            Files.writeString(pidFile, process.pid() + "\n" + marker + "\n");
        } catch (IOException e) {
            throw new ServerFailed(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private Process fork(int... ports) throws IOException {
        var builder = new ProcessBuilder(tiedToThisJvm())
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return FORKER.submit(() -> {
                        requireFree(ports);
                        return builder.start();
                    })
                    .get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case ServerFailed failed -> throw failed;
                case null, default -> throw new IOException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Asked by the thread that forks: a child forked by another one meanwhile would hold the socket of the question for some
     * milliseconds, and the port would seem taken.
     */
    private void requireFree(int... ports) {
        for (int port : ports) {
            if (Ports.taken(port)) {
                throw new ServerFailed("Port " + port + " is taken by another program, and " + name + " needs it.");
            }
        }
    }

    /**
     * Prefixes a command so that, where util-linux is installed, the child has its own session (a Ctrl-C in the terminal
     * reaches only the launcher, which then stops its children in order) and is told to end when this JVM ends.
     */
    private List<String> tiedToThisJvm() {
        var tied = new ArrayList<String>();
        // A new user namespace clears the parent-death signal: it is set inside, by the prefix that comes last.
        int at = command.getFirst().endsWith("unshare") ? 2 : 0;
        tied.addAll(command.subList(0, at));
        onPath("setsid").ifPresent(setsid -> tied.add(setsid.toString()));
        onPath("setpriv").ifPresent(setpriv -> tied.addAll(List.of(setpriv.toString(), "--pdeathsig", deathSignal)));
        tied.addAll(command.subList(at, command.size()));
        return tied;
    }

    /** The program of that name in the PATH of this JVM, if there is one. */
    static Optional<Path> onPath(String program) {
        return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin")
                        .split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Waits until {@code ready} holds; throws {@link ServerFailed} when the program ends or the time is over first. */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw new ServerFailed(name + " ended while it started; the end of " + log + ":\n" + logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailed(name + " was not ready after " + limit.toSeconds() + " s; the end of " + log
                        + ":\n" + logTail());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted while waiting", e);
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    /** Whether the program runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Completes when the program that runs now ends, for whatever reason. */
    public synchronized CompletableFuture<?> onExit() {
        return process == null ? CompletableFuture.completedFuture(null) : process.onExit();
    }

    /** Where the program writes. */
    public Path log() {
        return log;
    }

    /** What messages call the program. */
    public String name() {
        return name;
    }

    /** Asks the program to end, and ends it by force after {@code patience}. Does nothing when it does not run. */
    public void stop(Duration patience) {
        Process running;
        synchronized (this) {
            running = process;
            process = null;
        }
        if (running != null) {
            stop(running.toHandle(), patience);
        }
        deletePidFile(pidFile);
    }

    /**
     * Stops what a pid file names if it still runs and is what the file says; deletes the file.
     *
     * @return whether something was stopped
     */
    public static boolean stopRecorded(Path pidFile, Duration patience) {
        try {
            if (!Files.exists(pidFile)) {
                return false;
            }
            List<String> lines = Files.readAllLines(pidFile);
            boolean stopped = lines.size() >= 2 && stopIfMarked(Long.parseLong(lines.get(0)), lines.get(1), patience);
            deletePidFile(pidFile);
            return stopped;
        } catch (IOException | NumberFormatException e) {
            throw new ServerFailed("pid file " + pidFile + " is not readable: " + e.getMessage(), e);
        }
    }

    /** Stops what a killed run left of the program; does nothing when there is nothing. */
    public void stopStale() {
        try {
            if (Files.exists(pidFile)) {
                String pid = Files.readString(pidFile).lines().findFirst().orElse("");
                if (!pid.isEmpty()) {
                    stopIfMarked(Long.parseLong(pid), marker, Duration.ofSeconds(20));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new ServerFailed("pid file " + pidFile + " is not readable: " + e.getMessage(), e);
        }
    }

    private static boolean stopIfMarked(long pid, String marker, Duration patience) {
        Optional<ProcessHandle> stale = running(pid, marker);
        stale.ifPresent(handle -> stop(handle, patience));
        return stale.isPresent();
    }

    /** The process with that id if it runs and its command line contains the marker. */
    static Optional<ProcessHandle> running(long pid, String marker) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle).contains(marker));
    }

    private static String commandLine(ProcessHandle handle) {
        Path linux = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            if (Files.isReadable(linux)) {
                return Files.readString(linux).replace('\0', ' ');
            }
        } catch (IOException e) {
            return ""; // it ended meanwhile
        }
        return handle.info().commandLine().orElse("");
    }

    private static void stop(ProcessHandle handle, Duration patience) {
        handle.destroy();
        if (!ended(handle, patience)) {
            handle.destroyForcibly();
            if (!ended(handle, Duration.ofSeconds(10))) {
                throw new ServerFailed("process " + handle.pid() + " does not end, even by force");
            }
        }
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new ServerFailed("process " + handle.pid() + " could not be waited for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void deletePidFile(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
