package cn.bishui.testkit;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The servers as child processes, from the same artifacts that the local launcher uses. */
final class EmbeddedServers implements Servers {

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    private EmbeddedServers(Path directory) {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "bishui-servers-" + System.getProperty("user.name"));
        postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                cache,
                directory.resolve("postgres.log"),
                Ports.free(),
                UUID.randomUUID().toString(),
                // survives the death of any process, which is all that a test can bring about
                Map.of("fsync", "off", "max_connections", "200", "shared_buffers", "32MB"));
        kafka = new EmbeddedKafka(
                directory.resolve("kafka"), directory.resolve("kafka.log"), Ports.free(), Ports.free());
    }

    static EmbeddedServers start() {
        try {
            EmbeddedServers servers = new EmbeddedServers(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target")), "servers-"));
            CompletableFuture<Void> postgres = CompletableFuture.runAsync(servers.postgres::start);
            servers.startKafka();
            servers.kafka.createTopics(Topic.all());
            postgres.join();
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException("no place for the servers' data", e);
        }
    }

    @Override
    public Database newDatabase(String name) {
        String password = UUID.randomUUID().toString();
        postgres.createDatabase(name, password);
        return new Database(postgres.jdbcUrl(name), name, password);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void stopKafka() {
        kafka.stop();
    }

    @Override
    public void startKafka() {
        kafka.start();
    }

    @Override
    public void stopPostgres() {
        postgres.stop();
    }

    @Override
    public void startPostgres() {
        postgres.start();
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }
}
