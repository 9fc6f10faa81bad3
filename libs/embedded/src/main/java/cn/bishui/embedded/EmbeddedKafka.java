package cn.bishui.embedded;

import cn.bishui.contracts.Topic;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker (KRaft, broker and controller in one) in a JVM of its own, reachable from this machine only. Its data
 * outlives it; it can be started and stopped again and again.
 */
public final class EmbeddedKafka implements Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String PLAIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final @Nullable KafkaTokens tokens;
    private final ChildProcess process;

    /**
     * Describes a broker that trusts every connection; nothing starts yet.
     *
     * @param directory where its data, settings and pid file are; made when missing
     * @param log the file its messages go to
     * @param port TCP port on 127.0.0.1 for clients
     * @param controllerPort TCP port on 127.0.0.1 for its own controller
     */
    public EmbeddedKafka(Path directory, Path log, int port, int controllerPort) {
        this(directory, log, port, controllerPort, null);
    }

    /** Describes a broker whose clients need tokens; see {@link #EmbeddedKafka(Path, Path, int, int)}. */
    public EmbeddedKafka(Path directory, Path log, int port, int controllerPort, @Nullable KafkaTokens tokens) {
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
        this.tokens = tokens;
        Path arguments = this.directory.resolve("kafka.args");
        this.process = new ChildProcess(
                "Kafka",
                List.of(ClassPath.java(), "@" + arguments),
                Map.of(),
                this.directory,
                log.toAbsolutePath(),
                this.directory.resolve("kafka.pid"),
                "@" + arguments);
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(directory);
            writeProtected("server.properties", settings());
            try (InputStream logback = resource("kafka-logback.xml")) {
                Files.write(directory.resolve("kafka-logback.xml"), logback.readAllBytes());
            }
            writeArguments("kafka.args", "256m", "kafka.Kafka", file("server.properties"));
            if (!Files.exists(directory.resolve("data/meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new ServerFailed("Kafka's files could not be written: " + e.getMessage(), e);
        }
        process.start(port, controllerPort, operatorPort());
        process.awaitReady(START_LIMIT, () -> Ports.taken(operatorPort()));
        awaitLeader();
    }

    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public void stopStale() {
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

    /** Address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** A client that may do everything. */
    public Admin admin() {
        return Admin.create(operator());
    }

    /** Settings with which a client of any kind connects as the operator, who may do everything. */
    public Map<String, Object> operator() {
        var settings = new HashMap<String, Object>();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + operatorPort());
        if (tokens != null) {
            settings.put(AdminClientConfig.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "PLAIN");
            settings.put(
                    "sasl.jaas.config",
                    PLAIN_MODULE + " required username=\"broker\" password=\"" + tokens.brokerPassword() + "\";");
        }
        return settings;
    }

    /** Creates those of the topics that are not there yet. */
    public void createTopics(Collection<Topic> topics) {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(EmbeddedKafka::newTopic)
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerFailed("topics could not be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted", e);
        }
    }

    private static NewTopic newTopic(Topic topic) {
        var settings = new HashMap<String, String>();
        settings.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        topic.retention().ifPresent(time -> settings.put("retention.ms", Long.toString(time.toMillis())));
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(settings);
    }

    private int operatorPort() {
        return tokens == null ? port : tokens.internalPort();
    }

    /** The port answers a moment before the broker is unfenced; topics can be made only afterwards. */
    private void awaitLeader() {
        try (Admin admin = admin()) {
            process.awaitReady(START_LIMIT, () -> {
                try {
                    return !admin.describeCluster()
                            .nodes()
                            .get(10, TimeUnit.SECONDS)
                            .isEmpty();
                } catch (ExecutionException | TimeoutException e) {
                    return false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new ServerFailed("interrupted", e);
                }
            });
        }
    }

    private void format() throws IOException {
        // A first start that was cut short leaves a directory without meta.properties: format it again.
        Unpacked.delete(directory.resolve("data"));
        writeArguments(
                "format.args",
                "64m",
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                file("server.properties"));
        Process format = new ProcessBuilder(ClassPath.java(), "@" + file("format.args"))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = format.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (format.waitFor() != 0) {
                throw new ServerFailed("Kafka's storage could not be formatted:\n" + text.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted", e);
        }
    }

    private void writeArguments(String name, String heap, String... mainAndArguments) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        arguments.add("-Dlogback.configurationFile=" + file("kafka-logback.xml"));
        if (tokens != null) {
            arguments.add("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + tokens.keysUrl());
        }
        String jars = ClassPath.jarsOf(lines("kafka-jars.txt")).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        arguments.addAll(List.of("-cp", jars));
        arguments.addAll(List.of(mainAndArguments));
        Files.writeString(
                directory.resolve(name),
                arguments.stream().map(ClassPath::quoted).collect(Collectors.joining("\n", "", "\n")));
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", file("data"));
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("metadata.log.segment.bytes", Integer.toString(32 << 20));
        if (tokens == null) {
            settings.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
            settings.put("inter.broker.listener.name", "CLIENTS");
            settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        } else {
            settings.putAll(secured(tokens));
        }
        return settings;
    }

    private Map<String, String> secured(KafkaTokens tokens) {
        String brokerLogin = PLAIN_MODULE + " required username=\"broker\" password=\"" + tokens.brokerPassword()
                + "\" user_broker=\"" + tokens.brokerPassword() + "\";";
        String bearer = "listener.name.oauthbearer.oauthbearer.";
        return Map.ofEntries(
                Map.entry(
                        "listeners",
                        "OAUTHBEARER://127.0.0.1:" + port + ",INTERNAL://127.0.0.1:" + tokens.internalPort()
                                + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry(
                        "listener.security.protocol.map",
                        "OAUTHBEARER:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "INTERNAL"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.internal.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.internal.plain.sasl.jaas.config", brokerLogin),
                Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.controller.plain.sasl.jaas.config", brokerLogin),
                Map.entry("listener.name.oauthbearer.sasl.enabled.mechanisms", "OAUTHBEARER"),
                Map.entry("listener.name.oauthbearer.connections.max.reauth.ms", "3600000"),
                Map.entry(
                        bearer + "sasl.jaas.config",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;"),
                Map.entry(
                        bearer + "sasl.server.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler"),
                Map.entry(bearer + "sasl.oauthbearer.jwks.endpoint.url", tokens.keysUrl()),
                Map.entry(bearer + "sasl.oauthbearer.expected.issuer", tokens.issuer()),
                Map.entry(bearer + "sasl.oauthbearer.expected.audience", tokens.audience()),
                Map.entry(bearer + "sasl.oauthbearer.sub.claim.name", "azp"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:broker"));
    }

    /** Writes settings that only the owner may read: they hold a password. */
    private void writeProtected(String name, Properties settings) throws IOException {
        var text = new StringWriter();
        settings.store(text, null);
        Path path = directory.resolve(name);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, text.toString());
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = resource(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EmbeddedKafka.class.getResourceAsStream(name), name);
    }
}
