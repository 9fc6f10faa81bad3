package cn.bishui.bench;

import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whether each of 100,000 open clocks rings within 60 s of its moment, once, with three replicas: where the moments are
 * spread, where all of them are midnight, and where a replica is killed in the middle of that.
 *
 * <p>PostgreSQL is durable, the replicas are processes of their own with a service's settings, and everything runs on this
 * machine.
 */
public final class AlarmsBench {

    private static final int REPLICAS = 3;
    private static final Duration SPREAD = Duration.ofMinutes(5);
    private static final Duration LEAD = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATABASE = "bench";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int clocks;
    private final Path directory;
    private final EmbeddedPostgres postgres;
    private final String password = UUID.randomUUID().toString();
    private final List<ChildProcess> replicas = new ArrayList<>();

    private AlarmsBench(int clocks) throws IOException {
        this.clocks = clocks;
        this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "alarms-");
        this.postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                Path.of(System.getProperty("java.io.tmpdir"), "bishui-servers-" + System.getProperty("user.name")),
                directory.resolve("postgres.log"),
                Ports.free(),
                UUID.randomUUID().toString(),
                Map.of("max_connections", "100", "shared_buffers", "128MB"));
    }

    /**
     * Runs it.
     *
     * @param arguments how many clocks, if not 100,000; and which cases ({@code spread}, {@code moment}, {@code killed}), if
     *     not all
     */
    public static void main(String[] arguments) throws Exception {
        int clocks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        List<String> cases = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of("spread", "moment", "killed");
        new AlarmsBench(clocks).run(cases);
    }

    private void run(List<String> cases) throws SQLException, IOException, InterruptedException {
        out.printf(
                "%d clocks, %d replicas, %d processors, Java %s, fsync on%n",
                clocks, REPLICAS, Runtime.getRuntime().availableProcessors(), Runtime.version());
        try {
            postgres.start();
            postgres.createDatabase(DATABASE, password);
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(startReplica(i));
            }
            try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(DATABASE), DATABASE, password)) {
                awaitTable(connection);
                if (cases.contains("spread")) {
                    measure(connection, "spread over " + SPREAD.toMinutes() + " min", SPREAD, false);
                }
                if (cases.contains("moment")) {
                    measure(connection, "all at one moment", Duration.ZERO, false);
                }
                if (cases.contains("killed")) {
                    measure(connection, "all at one moment, a replica killed", Duration.ZERO, true);
                }
            }
        } finally {
            replicas.forEach(replica -> replica.stop(PATIENCE));
            postgres.stop();
        }
    }

    private ChildProcess startReplica(int number) {
        Path pid = directory.resolve("replica-" + number + ".pid");
        ChildProcess replica = new ChildProcess(
                "replica " + number,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AlarmsReplica.class.getName(),
                        postgres.jdbcUrl(DATABASE),
                        DATABASE,
                        password),
                Map.of(),
                Path.of("").toAbsolutePath(),
                directory.resolve("replica-" + number + ".log"),
                pid,
                AlarmsReplica.class.getName());
        replica.start();
        return replica;
    }

    private void awaitTable(Connection connection) throws SQLException, InterruptedException {
        Instant limit = Instant.now().plus(LIMIT);
        // each replica has filled its pool of ten
        String connected =
                "select count(*) from pg_stat_activity where datname = '" + DATABASE + "' and pid <> pg_backend_pid()";
        while (number(connection, "select count(*) from pg_class where relname = 'alarm'") == 0
                || number(connection, connected) < REPLICAS * 10L) {
            pauseWithin(limit);
        }
    }

    private void measure(Connection connection, String name, Duration spread, boolean kill)
            throws SQLException, IOException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate alarm, file, rung");
        }
        Instant first = Instant.now().plus(LEAD);
        insert(connection, first, spread);
        if (Instant.now().isAfter(first)) {
            throw new IllegalStateException("the clocks were not there before their moment");
        }
        Instant last = first.plus(spread);
        Instant limit = last.plus(LIMIT);
        boolean killed = !kill;
        while (number(connection, "select count(*) from rung") < clocks) {
            if (!killed && number(connection, "select count(*) from rung") > clocks / 4) {
                kill(REPLICAS - 1);
                killed = true;
            }
            pauseWithin(limit);
        }
        // long enough for a second ring to show
        Thread.sleep(Duration.ofSeconds(5));
        report(connection, name);
    }

    private void insert(Connection connection, Instant first, Duration spread) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement alarms = connection.prepareStatement("""
                        insert into alarm (subject, kind, moment, try_at)
                        select 'file/' || i, ?, at, at
                        from generate_series(1, ?) i,
                        lateral (select ?::timestamptz + i * ?::interval / ? as at)""")) {
            statement.execute("insert into file (id) select 'file/' || i from generate_series(1, " + clocks + ") i");
            alarms.setString(1, AlarmsReplica.KIND);
            alarms.setInt(2, clocks);
            alarms.setString(3, first.toString());
            alarms.setString(4, spread.toString());
            alarms.setInt(5, clocks);
            alarms.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void kill(int replica) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("replica-" + replica + ".pid"))
                .getFirst());
        boolean killed =
                ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
        out.printf("  killed replica %d (-9): %s%n", replica, killed);
    }

    private void report(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), count(distinct (subject, moment)),
                          percentile_disc(array[0.5, 0.99, 1]) within group (order by extract(epoch from at - moment)),
                          extract(epoch from max(at) - min(at)),
                          (select count(*) from alarm),
                          (select count(*) from file where version <> 1)
                        from rung""")) {
            row.next();
            Object[] late = (Object[]) row.getArray(3).getArray();
            double seconds = row.getDouble(4);
            out.printf(
                    "%s: rang %d, distinct %d, files not changed once %d, open after %d; late p50 %.2f s, p99 %.2f s, max %.2f s; %.0f/s%n",
                    name,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(6),
                    row.getLong(5),
                    number(late[0]),
                    number(late[1]),
                    number(late[2]),
                    clocks / seconds);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void pauseWithin(Instant limit) throws InterruptedException {
        if (Instant.now().isAfter(limit)) {
            throw new IllegalStateException("took longer than " + LIMIT);
        }
        Thread.sleep(Duration.ofMillis(500));
    }
}
