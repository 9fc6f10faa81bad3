package cn.bishui.bench;

import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What 100,000,000 data points take on disk, raw packets besides, and how quickly they are read. A process with the
 * classes and settings of the monitoring service does it, through the ports that the service itself uses
 * ({@code StorageRun} among its tests); PostgreSQL is durable.
 */
public final class StorageBench {

    private static final String DATABASE = "monitoring";

    private StorageBench() {}

    /**
     * Runs it.
     *
     * @param arguments how many data points, if not 100,000,000
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long points = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000_000L;
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "storage-");
        String password = UUID.randomUUID().toString();
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                Path.of(System.getProperty("java.io.tmpdir"), "bishui-servers-" + System.getProperty("user.name")),
                directory.resolve("postgres.log"),
                Ports.free(),
                UUID.randomUUID().toString(),
                Map.of("max_connections", "60", "shared_buffers", "512MB", "max_wal_size", "4GB"));
        out.printf(
                "%d data points, %d processors, Java %s, fsync on, load of the machine before: %.1f%n",
                points,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try {
            postgres.start();
            postgres.createDatabase(DATABASE, password);
            ProcessBuilder run = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-Xss512k",
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dloader.main=cn.bishui.monitoring.StorageRun",
                            "-Dloader.path=../../services/monitoring/target/test-classes",
                            "-cp",
                            Services.jar("monitoring").toString(),
                            "org.springframework.boot.loader.launch.PropertiesLauncher",
                            Long.toString(points)))
                    .inheritIO();
            run.environment()
                    .putAll(Map.of(
                            "BISHUI_ZONE",
                            "Asia/Shanghai",
                            "BISHUI_DB_URL",
                            postgres.jdbcUrl(DATABASE),
                            "BISHUI_DB_USER",
                            DATABASE,
                            "BISHUI_DB_PASSWORD",
                            password));
            Process running = run.start();
            if (running.waitFor() != 0) {
                throw new IllegalStateException("it failed");
            }
        } finally {
            postgres.stop();
        }
    }
}
