package cn.bishui.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server of its own, durable ({@code fsync} and {@code synchronous_commit} on), reachable from this machine
 * only, with passwords checked by SCRAM. Its data outlives it; it can be started and stopped again and again.
 *
 * <p>Its programs are the binaries that zonky publishes; they are run directly, because zonky's own launcher trusts
 * every connection, switches durability off and adopts an orphan of a killed run.
 */
public final class EmbeddedPostgres implements Server {

    private static final String VERSION = "18.6.0";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final Path data;
    private final Path home;
    private final int port;
    private final String password;
    private final ChildProcess process;

    /**
     * Describes a server; nothing starts yet.
     *
     * @param directory where its data and its pid file are; made when missing
     * @param cache where its programs are unpacked, shared by several servers
     * @param log the file its messages go to
     * @param port TCP port on 127.0.0.1
     * @param password the superuser's ({@code postgres}); kept from the first start on
     * @param settings further entries of {@code postgresql.conf}
     */
    public EmbeddedPostgres(
            Path directory, Path cache, Path log, int port, String password, Map<String, String> settings) {
        this.directory = directory.toAbsolutePath().normalize();
        this.data = this.directory.resolve("data");
        this.home = cache.toAbsolutePath().normalize().resolve("postgresql-" + VERSION + "-" + platform());
        this.port = port;
        this.password = password;
        var command = asUnprivileged(new ArrayList<>(List.of(program("postgres"), "-D", data.toString())));
        var all = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "password_encryption", "scram-sha-256",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        all.putAll(settings);
        all.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        this.process = new ChildProcess(
                "PostgreSQL",
                command,
                Map.of("LC_ALL", "C"),
                this.directory,
                log.toAbsolutePath(),
                this.directory.resolve("postgres.pid"),
                data.toString());
        this.process.endWith("INT"); // fast shutdown; TERM would wait for every client to leave
    }

    @Override
    public void start() {
        Unpacked.tarXz(this::binaries, home);
        stopStale();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        process.start(port);
        process.awaitReady(START_LIMIT, this::answers);
    }

    /** Fast shutdown: open transactions are rolled back, what was committed is kept. */
    @Override
    public void stop() {
        if (process.isAlive()) {
            pgCtlStop();
        }
        process.stop(STOP_LIMIT);
    }

    @Override
    public void stopStale() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            Unpacked.tarXz(this::binaries, home);
            stopOrphan();
        }
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

    /** TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** JDBC address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.put("user", "postgres");
        properties.put("password", password);
        properties.put("loginTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /**
     * Makes sure that a database exists, owned by a login role of the same name that nobody shares; an existing role
     * gets the password.
     *
     * @param name lower-case letters, digits and underscores
     */
    public void createDatabase(String name, String rolePassword) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + name + " LOGIN PASSWORD " + statement.enquoteLiteral(rolePassword));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                createDatabase(statement, name);
            }
        } catch (SQLException e) {
            throw new ServerFailed("database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new ServerFailed("PostgreSQL refuses the password kept for " + directory, e);
            }
            return false;
        }
    }

    private void initialise() {
        Path passwordFile = directory.resolve("superuser-password");
        try {
            Unpacked.delete(data); // left by a first start that was cut short
            Files.createDirectories(directory);
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            run(
                    "initdb",
                    program("initdb"),
                    "-D",
                    data.toString(),
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } catch (IOException e) {
            throw new ServerFailed("PostgreSQL's data directory could not be made: " + e.getMessage(), e);
        } finally {
            try {
                Files.deleteIfExists(passwordFile);
            } catch (IOException e) {
                passwordFile.toFile().deleteOnExit();
            }
        }
    }

    private void stopOrphan() {
        Path postmaster = data.resolve("postmaster.pid");
        try {
            if (!process.isAlive() && Files.exists(postmaster)) {
                long pid = Long.parseLong(Files.readString(postmaster)
                        .lines()
                        .findFirst()
                        .orElse("0")
                        .strip());
                if (ChildProcess.running(pid, data.toString()).isPresent()) {
                    pgCtlStop();
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new ServerFailed("PostgreSQL's pid file is not readable: " + postmaster, e);
        }
    }

    private void pgCtlStop() {
        run(
                "pg_ctl stop",
                program("pg_ctl"),
                "stop",
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(STOP_LIMIT.toSeconds()));
    }

    private void run(String what, String... command) {
        try {
            Process running = new ProcessBuilder(asUnprivileged(new ArrayList<>(List.of(command))))
                    .redirectErrorStream(true)
                    .start();
            String output;
            try (var stream = running.getInputStream()) {
                output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!running.waitFor(1, TimeUnit.MINUTES) || running.exitValue() != 0) {
                throw new ServerFailed(what + " failed:\n" + output.strip());
            }
        } catch (IOException e) {
            throw new ServerFailed(what + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed(what + " was interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root: a user namespace of its own makes it a nobody with the same files. */
    private static List<String> asUnprivileged(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            Path unshare = ChildProcess.onPath("unshare")
                    .orElseThrow(() -> new ServerFailed(
                            "PostgreSQL does not run as root and the program unshare (util-linux) is missing"));
            command.addAll(0, List.of(unshare.toString(), "-U"));
        }
        return command;
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private InputStream binaries() throws IOException {
        String archive = "/postgres-linux-" + (arm() ? "arm_64" : "x86_64") + ".txz";
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new ServerFailed("the PostgreSQL on the class path runs on Linux only");
        }
        return Objects.requireNonNull(
                EmbeddedPostgres.class.getResourceAsStream(archive), "not on the class path: " + archive);
    }

    private static String platform() {
        return "linux-" + (arm() ? "arm64" : "amd64");
    }

    private static boolean arm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
