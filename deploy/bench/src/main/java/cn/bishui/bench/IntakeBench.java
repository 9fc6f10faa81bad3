package cn.bishui.bench;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * How many packets a second monitoring takes from devices over TCP, acknowledges once Kafka has them and stores; how long
 * the acknowledgement takes at half of it; and whether anything acknowledged is lost at ten times the load, or when the
 * service is killed. The service is a process of its own with the settings it has in operation; everything runs on this
 * machine.
 */
public final class IntakeBench {

    private static final int DEVICES = 2000;
    private static final double AIM = 12_500;
    private static final int FACTORS = 8;
    private static final int COPIES = 3;
    private static final String DATABASE = "monitoring";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofMinutes(4);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int seconds;
    private final LocalDate firstDay = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
    private final Path directory;
    private final String password = UUID.randomUUID().toString();
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final int port = Ports.free();
    private final int devicePort = Ports.free();
    private final ChildProcess service;

    private IntakeBench(int seconds) throws IOException, ParseException {
        this.seconds = seconds;
        this.directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "intake-");
        this.postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                Path.of(System.getProperty("java.io.tmpdir"), "bishui-servers-" + System.getProperty("user.name")),
                directory.resolve("postgres.log"),
                Ports.free(),
                UUID.randomUUID().toString(),
                Map.of("max_connections", "60", "shared_buffers", "512MB", "max_wal_size", "4GB"));
        this.kafka = new EmbeddedKafka(
                directory.resolve("kafka"), directory.resolve("kafka.log"), Ports.free(), Ports.free());
        this.service = service();
    }

    /**
     * Runs it.
     *
     * @param arguments how long a phase takes, if not 60 seconds
     */
    public static void main(String[] arguments) throws Exception {
        // the server that knows the tokens' keys keeps the process alive otherwise
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        new IntakeBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60).run();
        System.exit(0);
    }

    private void run() throws SQLException, IOException, InterruptedException {
        out.printf(
                "%d devices, packets of %d, %d s a phase, %d processors, Java %s, fsync on, load of the machine before: %.1f%n",
                DEVICES,
                FACTORS,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try {
            postgres.start();
            postgres.createDatabase(DATABASE, password);
            kafka.start();
            kafka.createTopics(Topic.all());
            startService();
            try (Connection connection = postgres.connect(DATABASE);
                    PlayedDevices devices = new PlayedDevices(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), devicePort), DEVICES, firstDay)) {
                register(connection);
                Thread.sleep(2000); // twice a second the service looks for devices
                devices.connect();
                measure(connection, devices);
            }
        } finally {
            service.stop(STOP);
            kafka.stop();
            postgres.stop();
        }
    }

    private void startService() {
        service.start(port, devicePort);
        service.awaitReady(START, () -> Services.healthy(port));
    }

    private void measure(Connection connection, PlayedDevices devices)
            throws SQLException, IOException, InterruptedException {
        phase("warming up", connection, devices, AIM / 2, seconds, 1);
        phase("half the load", connection, devices, AIM / 2, seconds, 1);
        double stored = phase("the load", connection, devices, AIM, seconds, 1);
        phase("ten times the load", connection, devices, 10 * AIM, seconds, 32);
        check(connection, devices);
        killed(connection, devices);
        check(connection, devices);
        copy(connection, stored);
    }

    /** Sends for a while and waits until all is stored; tells how many packets a second were stored meanwhile. */
    private double phase(
            String name, Connection connection, PlayedDevices devices, double perSecond, int length, int window)
            throws SQLException, IOException, InterruptedException {
        Map<String, Double> before = processorTime();
        long read = read(connection);
        PlayedDevices.Phase phase = devices.run(perSecond, length, window, 20);
        long readMeanwhile = read(connection) - read;
        Map<String, Double> after = processorTime();
        double drained = drain(connection);
        double stored = readMeanwhile / phase.seconds();
        out.printf(
                """
                %n%s: %.0f packets/s offered for %d s, %d of them sent (%d bytes each)
                  acknowledged  %d, %.0f packets/s, %.0f data points/s; ms after their moment: p50 %.1f, p95 %.1f, p99 %.1f, p99.9 %.1f, max %.1f
                  stored meanwhile %.0f packets/s; %d more waited, for %.1f s
                  processors' time, microseconds a packet: %s
                """,
                name,
                perSecond,
                length,
                phase.sent(),
                phase.sentBytes() / Math.max(1, phase.sent()),
                phase.answered(),
                phase.answered() / phase.seconds(),
                FACTORS * phase.answered() / phase.seconds(),
                phase.percentile(0.5),
                phase.percentile(0.95),
                phase.percentile(0.99),
                phase.percentile(0.999),
                phase.percentile(1),
                stored,
                phase.answered() - readMeanwhile,
                drained,
                after.entrySet().stream()
                        .map(each -> "%s %.0f"
                                .formatted(
                                        each.getKey(),
                                        1e6
                                                * (each.getValue() - before.getOrDefault(each.getKey(), 0.0))
                                                / Math.max(1, phase.answered())))
                        .collect(Collectors.joining(", ")));
        return stored;
    }

    /** The service is killed in the middle of the load; the devices come back and send again what was not answered. */
    private void killed(Connection connection, PlayedDevices devices)
            throws SQLException, IOException, InterruptedException {
        long before = devices.acknowledged();
        Thread killer = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(seconds * 250L);
                long pid = Long.parseLong(Files.readString(directory.resolve("service.pid"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        devices.run(AIM, seconds / 2, 1, 0);
        killer.join();
        long untilThen = devices.acknowledged() - before;
        devices.disconnect();
        service.onExit().join();
        long begin = System.nanoTime();
        startService();
        double again = (System.nanoTime() - begin) / 1e9;
        devices.connect();
        PlayedDevices.Phase phase = devices.run(AIM / 2, seconds / 4, 1, 20);
        out.printf(
                "%nkilled (-9) under the load: %d packets acknowledged until then; ready again after %.1f s, then %d acknowledged; all stored after %.1f s%n",
                untilThen, again, phase.answered(), drain(connection));
    }

    /** Waits until everything that Kafka has is stored; tells for how many seconds. */
    private double drain(Connection connection) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        long end = inKafka();
        while (read(connection) < end) {
            if (System.nanoTime() - begin > DRAIN.toNanos()) {
                throw new IllegalStateException("the backlog does not drain");
            }
            Thread.sleep(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private long inKafka() throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, 12)
                    .boxed()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition("monitoring.readings.v1", each), _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long read(Connection connection) throws SQLException {
        return number(connection, "select coalesce(sum(next_offset), 0) from reading_progress");
    }

    /** Compares what was acknowledged with what is stored, packet by packet. */
    private void check(Connection connection, PlayedDevices devices) throws SQLException {
        BitSet[] stored = new BitSet[DEVICES];
        long rows = 0;
        long doubled = 0;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery("""
                    select substr(d.mn, 18)::int as device,
                        extract(epoch from p.data_time - timestamp '%s')::int as second
                    from packet p join device d on d.id = p.device""".formatted(firstDay))) {
                while (row.next()) {
                    int device = row.getInt("device");
                    stored[device] = stored[device] == null ? new BitSet() : stored[device];
                    doubled += stored[device].get(row.getInt("second")) ? 1 : 0;
                    stored[device].set(row.getInt("second"));
                    rows++;
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        long lost = 0;
        for (int i = 0; i < DEVICES; i++) {
            BitSet missing = (BitSet) devices.acknowledged(i).clone();
            if (stored[i] != null) {
                missing.andNot(stored[i]);
            }
            lost += missing.cardinality();
        }
        out.printf(
                "check: %d acknowledged, %d stored, %d of those acknowledged are missing, %d stored twice; %d packets in the archive, %d in Kafka%n",
                devices.acknowledged(),
                rows,
                lost,
                doubled,
                number(connection, "select coalesce(sum(packets), 0) from raw_block"),
                read(connection));
        if (lost > 0) {
            throw new IllegalStateException("acknowledged packets are lost");
        }
    }

    /** The same records by COPY into a table like it. */
    private void copy(Connection connection, double stored) throws SQLException {
        PGConnection postgresConnection = connection.unwrap(PGConnection.class);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        String columns = "(data_time, received, device, layout, cn, part, version, numbers)";
        try {
            postgresConnection
                    .getCopyAPI()
                    .copyOut(
                            "copy (select data_time, received, device, layout, cn, part, version, numbers from packet_kept limit 500000) to stdout (format binary)",
                            records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = records.toByteArray();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists packet_copied");
                statement.execute("create table packet_copied (like packet_kept including all)");
                statement.execute("checkpoint");
            }
            long begin = System.nanoTime();
            CopyIn copy = postgresConnection
                    .getCopyAPI()
                    .copyIn("copy packet_copied " + columns + " from stdin (format binary)");
            for (int at = 0; at < bytes.length; at += 64 * 1024) {
                copy.writeToCopy(bytes, at, Math.min(64 * 1024, bytes.length - at));
            }
            long rows = copy.endCopy();
            rates.add(rows / ((System.nanoTime() - begin) / 1e9));
        }
        double rate = rates.stream().sorted().skip(COPIES / 2).findFirst().orElseThrow();
        out.printf(
                "%nCOPY of 500000 of the records into the same table, alone on the machine: %.0f packets/s (%s); stored under the load: %.0f, %.0f %% of it%n",
                rate,
                rates.stream().map("%.0f"::formatted).collect(Collectors.joining(", ")),
                stored,
                100 * stored / rate);
    }

    /** A permit, an outlet, devices in service at it, and the alarms that each of them has. */
    private void register(Connection connection) throws SQLException {
        byte[] salt = new byte[16];
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into permit (number, version, unit, unit_name, status, valid_from, valid_to)
                    values ('bench', 1, '91220202MA00000000', '压力测试', 'in-force', '2020-01-01', '2040-01-01')""");
            statement.execute("insert into permit_outlet (permit, code, name) values ('bench', 'DW001', '总排口')");
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into device (mn, password_salt, password_hash, unit, outlet, permit, report_interval_seconds, state,
                    state_since, registered_at, version)
                values (?, ?, ?, '91220202MA00000000', 'DW001', 'bench', 30, 'in-service', now(), now(), 1)""")) {
            for (int i = 0; i < DEVICES; i++) {
                insert.setString(1, PlayedDevices.mn(i));
                insert.setBytes(2, salt);
                insert.setBytes(3, hash(salt));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into alarm (subject, kind, moment, try_at)
                    select 'device/' || id, kind, now() + make_interval(secs => 60 + id % 60), now() + make_interval(secs => 60 + id % 60)
                    from device cross join (values ('device-silence'), ('record-gaps')) as kinds (kind)""");
        }
    }

    private static byte[] hash(byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(PlayedDevices.PASSWORD.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Seconds of processor time that each program has used. */
    private Map<String, Double> processorTime() throws IOException {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("service", processorTime(directory.resolve("service.pid")));
        times.put("Kafka", processorTime(directory.resolve("kafka/kafka.pid")));
        times.put("PostgreSQL", processorTime(directory.resolve("postgres/postgres.pid")));
        times.put("devices", processorTime(ProcessHandle.current()));
        return times;
    }

    private static double processorTime(Path pidFile) throws IOException {
        long pid = Long.parseLong(
                Files.readString(pidFile).lines().findFirst().orElseThrow().strip());
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.map(each -> processorTime(each)
                        + each.descendants()
                                .mapToDouble(IntakeBench::processorTime)
                                .sum())
                .orElse(0.0);
    }

    private static double processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    private ChildProcess service() throws IOException, ParseException {
        Path jar = Services.jar("monitoring");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (System.getenv("RECORDING") != null) {
            command.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + System.getenv("RECORDING"));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return new ChildProcess(
                "monitoring",
                command,
                Map.of(
                        "BISHUI_PORT", Integer.toString(port),
                        "BISHUI_HJ212_PORT", Integer.toString(devicePort),
                        "BISHUI_ZONE", "Asia/Shanghai",
                        "BISHUI_ISSUER", Services.issuer(),
                        "BISHUI_DB_URL", postgres.jdbcUrl(DATABASE),
                        "BISHUI_DB_USER", DATABASE,
                        "BISHUI_DB_PASSWORD", password,
                        "BISHUI_KAFKA", kafka.bootstrapServers()),
                directory,
                directory.resolve("service.log"),
                directory.resolve("service.pid"),
                jar.toString());
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
