package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.Ports;
import cn.bishui.keycloak.AccessRules;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container {@code kafka} of docker-compose.yml: its script starts a real broker, with keys and tokens made here. */
class KafkaIT {

    private static final String ISSUER = "http://localhost:8180/realms/bishui";

    @TempDir
    private static Path temporary;

    private static final int CLIENTS = Ports.free();
    private static final int INTERNAL = Ports.free();
    private static final int CONTROLLER = Ports.free();

    private static RsaJsonWebKey key;
    private static HttpServer keycloak;
    private static String url;
    private static Path script;
    private static Process broker;

    @BeforeAll
    static void start() throws Exception {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("of the test");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/certs", exchange -> answer(exchange, new JsonWebKeySet(key).toJson()));
        keycloak.createContext("/token", exchange -> answer(exchange, token()));
        keycloak.start();
        url = "http://localhost:" + keycloak.getAddress().getPort();
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", url + "/token");

        Files.createDirectories(temporary.resolve("secrets"));
        Files.writeString(temporary.resolve("secrets/kafka-broker-password"), "OfTheBroker");
        program("kafka-storage.sh", "kafka.tools.StorageTool");
        program("kafka-server-start.sh", "kafka.Kafka");
        script = Programs.scriptForHere(
                "start-kafka",
                temporary,
                Map.of(
                        "/secrets/",
                        temporary.resolve("secrets") + "/",
                        "/opt/kafka",
                        temporary.resolve("opt").toString(),
                        "/var/lib/kafka/data",
                        temporary.resolve("data").toString(),
                        "/tmp/kafka.properties",
                        temporary.resolve("kafka.properties").toString(),
                        "//kafka:",
                        "//localhost:",
                        ":9092",
                        ":" + CLIENTS,
                        ":9094",
                        ":" + INTERNAL,
                        ":9093",
                        ":" + CONTROLLER));
        startBroker();
    }

    /** What the image has in /opt/kafka/bin, on this JVM's class path. */
    private static void program(String name, String main) throws IOException {
        Path program = temporary.resolve("opt/bin").resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(
                program,
                "#!/bin/bash\nexec '" + System.getProperty("java.home") + "/bin/java' $KAFKA_HEAP_OPTS $KAFKA_OPTS"
                        + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                        + "' " + main + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static void startBroker() throws IOException {
        var builder = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/kafka.log").toFile()));
        builder.environment().put("BISHUI_ISSUER", ISSUER);
        builder.environment().put("BISHUI_JWKS_URL", url + "/certs");
        broker = builder.start();
        // as the container's health check does
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(broker.isAlive()).as("see target/kafka.log").isTrue();
            return Ports.taken(INTERNAL);
        });
    }

    private static void stopBroker() throws InterruptedException {
        broker.destroy();
        if (!broker.waitFor(30, TimeUnit.SECONDS)) {
            broker.destroyForcibly().waitFor();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (broker != null) {
            stopBroker();
        }
        if (keycloak != null) {
            keycloak.stop(0);
        }
    }

    @Test
    void letsServicesInWithTokensAndKeepsWhatTheyWroteOverARestart() throws Exception {
        setUp();
        send("permits.v1");
        assertThatThrownBy(() -> send("monitoring.v1")).hasCauseInstanceOf(TopicAuthorizationException.class);

        stopBroker();
        startBroker();
        try (Admin admin = operator()) {
            new AccessRules(admin).awaitBroker();
            assertThat(admin.listTopics().names().get()).contains("permits.v1");
        }
        send("permits.v1");
    }

    private static void setUp() {
        try (Admin admin = operator()) {
            var rules = new AccessRules(admin);
            rules.awaitBroker();
            rules.ensureTopics(Topic.all());
            rules.ensureRules(Topic.all(), List.of("permits", "monitoring"));
        }
    }

    private static Admin operator() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                "localhost:" + INTERNAL,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\""
                        + " password=\"OfTheBroker\";"));
    }

    private static void send(String topic) throws ExecutionException, InterruptedException {
        String security = "org.apache.kafka.common.security.oauthbearer.";
        var connection = new HashMap<String, Object>();
        connection.put("bootstrap.servers", "localhost:" + CLIENTS);
        connection.put("security.protocol", "SASL_PLAINTEXT");
        connection.put("sasl.mechanism", "OAUTHBEARER");
        connection.put("sasl.jaas.config", security + "OAuthBearerLoginModule required;");
        connection.put("sasl.login.callback.handler.class", security + "OAuthBearerLoginCallbackHandler");
        connection.put("sasl.oauthbearer.jwt.retriever.class", security + "ClientCredentialsJwtRetriever");
        connection.put("sasl.oauthbearer.client.credentials.client.id", "permits");
        connection.put("sasl.oauthbearer.client.credentials.client.secret", "secret");
        connection.put("sasl.oauthbearer.token.endpoint.url", url + "/token");
        connection.put("max.block.ms", "30000");
        try (var producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static String token() {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("kafka");
        claims.setSubject("an id that says nothing");
        claims.setStringClaim("azp", "permits");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        var signed = new JsonWebSignature();
        signed.setPayload(claims.toJson());
        signed.setKey(key.getPrivateKey());
        signed.setKeyIdHeaderValue(key.getKeyId());
        signed.setAlgorithmHeaderValue(key.getAlgorithm());
        try {
            return "{\"access_token\":\"" + signed.getCompactSerialization()
                    + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
