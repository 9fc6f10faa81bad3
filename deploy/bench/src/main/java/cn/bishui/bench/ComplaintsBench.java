package cn.bishui.bench;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * How the complaints service answers 50 users at once over a store of 1,000,000 complaints, and what a spike of 300 leaves
 * behind. The service is a process of its own with the settings it has in operation; PostgreSQL is durable; everything, the
 * users too, runs on this machine. The filled store stays in {@code target/} for the next run.
 */
public final class ComplaintsBench {

    private static final int USERS = 50;
    private static final int SPIKE_USERS = 300;
    private static final double AIM = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofMillis(500);
    private static final String DATABASE = "complaints";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int complaints;
    private final int things;
    private final Path directory;
    private final Properties secrets;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final int port = Ports.free();
    private final ChildProcess service;

    private ComplaintsBench(int complaints, int things) throws IOException, ParseException {
        this.complaints = complaints;
        this.things = things;
        this.directory = Files.createDirectories(Path.of("target", "complaints-" + complaints));
        this.secrets = secrets(directory.resolve("secrets.properties"));
        this.postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                Path.of(System.getProperty("java.io.tmpdir"), "bishui-servers-" + System.getProperty("user.name")),
                directory.resolve("postgres.log"),
                Ports.free(),
                secrets.getProperty("postgres"),
                Map.of("max_connections", "100", "shared_buffers", "512MB", "max_wal_size", "4GB"));
        this.kafka = new EmbeddedKafka(
                Files.createTempDirectory(directory, "kafka-"),
                directory.resolve("kafka.log"),
                Ports.free(),
                Ports.free());
        this.service = service();
    }

    /**
     * Runs it.
     *
     * @param arguments how many complaints, if not 1,000,000; and how many things the users do in each phase, if not 20,000
     */
    public static void main(String[] arguments) throws Exception {
        int complaints = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int things = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        new ComplaintsBench(complaints, things).run();
        System.exit(0); // the server that knows the tokens' keys stays otherwise
    }

    private void run() throws SQLException, IOException, InterruptedException {
        out.printf(
                "%d complaints, %d processors, Java %s, fsync on, load of the machine before: %.1f%n",
                complaints,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try {
            postgres.start();
            postgres.createDatabase(DATABASE, secrets.getProperty("database"));
            kafka.start();
            kafka.createTopics(Topic.all());
            service.start(port);
            service.awaitReady(START, () -> Services.healthy(port));
            fill();
            measure(new ComplaintUsers("http://127.0.0.1:" + port, complaints));
        } finally {
            service.stop(PATIENCE);
            kafka.stop();
            postgres.stop();
        }
    }

    private void fill() throws SQLException, IOException {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            if (number(statement, "select count(*) from (select from complaint limit 1) c") == 0) {
                long begin = System.nanoTime();
                statement.execute("set session_replication_role = replica"); // no checks of foreign keys row by row
                new ComplaintStore(connection).fill(complaints);
                out.printf("filled in %.0f s%n", (System.nanoTime() - begin) / 1e9);
            }
            statement.execute("checkpoint");
            out.printf(
                    "store: %d complaints, %.1f GB%n",
                    number(statement, "select count(*) from complaint"),
                    number(statement, "select pg_database_size(current_database())") / 1e9);
        }
    }

    private void measure(ComplaintUsers users) throws InterruptedException {
        show("warming up, " + USERS + " users", users.run(USERS, things / 2, Duration.ZERO));
        Samples calm = users.run(USERS, things / 2, REST);
        show(USERS + " users who rest " + REST.toMillis() + " ms between two things", calm);
        Samples normal = users.run(USERS, things, Duration.ZERO);
        show(USERS + " users without rest", normal);
        Samples spike = users.run(SPIKE_USERS, things, Duration.ZERO);
        show("spike: " + SPIKE_USERS + " users without rest", spike);
        Samples after = users.run(USERS, things, Duration.ZERO);
        show("after the spike: " + USERS + " users without rest", after);
        double[] seconds = after.p95BySecond();
        int back = 0;
        while (back < seconds.length && seconds[back] > Math.max(AIM, 1.2 * normal.percentile(0.95))) {
            back++;
        }
        out.printf(
                "back to normal (p95 of a second within %.0f ms) after %d s; errors in the spike %d%n",
                Math.max(AIM, 1.2 * normal.percentile(0.95)), back, spike.errors());
    }

    private void show(String name, Samples samples) {
        out.printf(
                "%n%s: %d requests in %.0f s, %.0f/s, %d errors%n%s",
                name,
                samples.all().size(),
                samples.seconds(),
                samples.all().size() / samples.seconds(),
                samples.errors(),
                samples.table());
    }

    private ChildProcess service() throws IOException, ParseException {
        Path jar = Services.jar("complaints");
        return new ChildProcess(
                "complaints",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString()),
                Map.of(
                        "BISHUI_PORT", Integer.toString(port),
                        "BISHUI_ZONE", "Asia/Shanghai",
                        "BISHUI_ISSUER", Services.issuer(),
                        "BISHUI_DB_URL", postgres.jdbcUrl(DATABASE),
                        "BISHUI_DB_USER", DATABASE,
                        "BISHUI_DB_PASSWORD", secrets.getProperty("database"),
                        "BISHUI_KAFKA", kafka.bootstrapServers(),
                        "BISHUI_COMPLAINTS_KEY", secrets.getProperty("key")),
                directory,
                directory.resolve("service.log"),
                directory.resolve("service.pid"),
                jar.toString());
    }

    /** Made once, so that a store that stays opens again. */
    private static Properties secrets(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        } else {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            secrets.setProperty("key", Base64.getEncoder().encodeToString(key));
            secrets.setProperty("postgres", UUID.randomUUID().toString());
            secrets.setProperty("database", UUID.randomUUID().toString());
            try (Writer writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, null);
            }
        }
        return secrets;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
