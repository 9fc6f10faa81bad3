package cn.bishui.testkit;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers in containers, of the versions that are embedded elsewhere, each at one port for as long as it lives. */
final class ContainerServers implements Servers {

    static final String POSTGRES_IMAGE = "postgres:18.6";

    static final String KAFKA_IMAGE = "apache/kafka:" + AppInfoParser.getVersion();

    private static final String SUPERUSER = "postgres";

    private static final int STOP_SECONDS = 30;

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final String password = UUID.randomUUID().toString();
    private final PostgreSQLContainer postgres;
    private final KafkaContainer kafka;

    private ContainerServers() {
        postgres = new PostgreSQLContainer(DockerImageName.parse(POSTGRES_IMAGE))
                .withDatabaseName(SUPERUSER)
                .withUsername(SUPERUSER)
                .withPassword(password);
        // survives the death of any process, which is all that a test can bring about
        postgres.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "shared_buffers=32MB");
        postgres.setPortBindings(List.of(Ports.free() + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
        kafka = new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        // a container that is started again would otherwise get another port than the one it tells its clients
        kafka.setPortBindings(List.of(Ports.free() + ":9092"));
    }

    /** Starts both and makes every topic. */
    static ContainerServers start() {
        ContainerServers servers = new ContainerServers();
        Startables.deepStart(servers.postgres, servers.kafka).join();
        servers.createTopics();
        return servers;
    }

    @Override
    public Database newDatabase(String name) {
        String ownPassword = UUID.randomUUID().toString();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD " + statement.enquoteLiteral(ownPassword));
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be created", e);
        }
        return new Database(jdbcUrl(name), name, ownPassword);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void stopKafka() {
        stop(kafka);
    }

    @Override
    public void startKafka() {
        startAgain(kafka);
        try (Admin admin = admin()) {
            await(
                    KAFKA_IMAGE,
                    () -> !admin.describeCluster()
                            .nodes()
                            .get(10, TimeUnit.SECONDS)
                            .isEmpty());
        }
    }

    @Override
    public void stopPostgres() {
        stop(postgres);
    }

    @Override
    public void startPostgres() {
        startAgain(postgres);
        await(POSTGRES_IMAGE, () -> {
            try (var connection = connect()) {
                return connection.isValid(5);
            }
        });
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }

    private void createTopics() {
        try (Admin admin = admin()) {
            admin.createTopics(Topic.all().stream()
                            .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                                    .configs(Map.of("cleanup.policy", topic.compacted() ? "compact" : "delete")))
                            .toList())
                    .all()
                    .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topics could not be created", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    /** Not Testcontainers' own stop, which throws the container away with all that it holds. */
    private static void stop(GenericContainer<?> container) {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
    }

    private static void startAgain(GenericContainer<?> container) {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    private static void await(String server, Callable<Boolean> ready) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (ready.call()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException(server + " did not come back within " + START_LIMIT, last);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
