package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Topic;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.KafkaTokens;
import cn.bishui.embedded.Ports;
import cn.bishui.testkit.BishuiIT;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that starts while nobody gives out tokens for Kafka. */
@BishuiIT
class LateTokensIT {

    private static final String ISSUER = "http://localhost/realms/bishui";

    private final Environment environment;
    private final OutboxRelay ownRelay;
    private final JdbcClient jdbc;

    @TempDir
    Path temporary;

    private RSAKey key;
    private HttpServer keys;
    private EmbeddedKafka kafka;

    LateTokensIT(Environment environment, OutboxRelay ownRelay, JdbcClient jdbc) {
        this.environment = environment;
        this.ownRelay = ownRelay;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void startAKafkaThatWantsTokens() throws Exception {
        ownRelay.stop();
        key = new RSAKeyGenerator(2048)
                .keyID("test")
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        keys = serve(0, "/certs", () -> new JWKSet(key.toPublicJWK()).toString());
        kafka = new EmbeddedKafka(
                temporary.resolve("kafka"),
                Path.of("target/late-tokens-kafka.log"),
                Ports.free(),
                Ports.free(),
                new KafkaTokens(
                        Ports.free(),
                        "OfTheBroker",
                        ISSUER,
                        "http://localhost:" + keys.getAddress().getPort() + "/certs",
                        "kafka"));
        kafka.start();
        kafka.createTopics(Topic.all());
        try (Admin admin = kafka.admin()) {
            AccessControlEntry everything =
                    new AccessControlEntry("User:enforcement", "*", AclOperation.ALL, AclPermissionType.ALLOW);
            admin.createAcls(Stream.of(ResourceType.TOPIC, ResourceType.GROUP)
                            .map(type ->
                                    new AclBinding(new ResourcePattern(type, "*", PatternType.LITERAL), everything))
                            .toList())
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        kafka.stop();
        keys.stop(0);
        ownRelay.start();
    }

    @Test
    void listensAndTellsAsSoonAsTokensAreToBeHad() throws Exception {
        int tokenPort = Ports.free();
        try (ConfigurableApplicationContext service = service(tokenPort)) {
            append(service, "before-tokens");
            tell("heard-late");

            assertThat(service.getBean(ListenerStart.class).isRunning()).isTrue();
            await().during(Duration.ofSeconds(2)).until(() -> waiting() == 1 && actedOn("heard-late") == 0);

            HttpServer tokens = serve(tokenPort, "/token", this::token);
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0 && actedOn("heard-late") == 1);
            } finally {
                tokens.stop(0);
            }
        }
    }

    /** The service again, on the same database and with this test's Kafka. */
    private ConfigurableApplicationContext service(int tokenPort) {
        return new SpringApplicationBuilder(TestService.class)
                .run(
                        "--BISHUI_KAFKA=" + kafka.bootstrapServers(),
                        "--BISHUI_KAFKA_TOKEN_URL=http://localhost:" + tokenPort + "/token",
                        "--BISHUI_KAFKA_CLIENT_ID=enforcement",
                        "--BISHUI_KAFKA_CLIENT_SECRET=secret",
                        "--BISHUI_PORT=0",
                        inherited("BISHUI_DB_URL"),
                        inherited("BISHUI_DB_USER"),
                        inherited("BISHUI_DB_PASSWORD"),
                        inherited("BISHUI_ISSUER"));
    }

    private String inherited(String name) {
        return "--" + name + "=" + environment.getRequiredProperty(name);
    }

    private static void append(ConfigurableApplicationContext service, String clue) {
        service.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> service.getBean(Outbox.class).append(Samples.caseFiled(clue, 1)));
    }

    private void tell(String exceedance) throws Exception {
        DailyLimitExceeded fact = Samples.exceedance(exceedance);
        OutboxRow row = new OutboxRow(
                1, UUID.randomUUID(), fact.topic(), fact.key(), fact.type(), Instant.now(), FactJson.write(fact));
        try (var producer = new KafkaProducer<>(kafka.operator(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(row.event("monitoring")).get();
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private long actedOn(String exceedance) {
        return jdbc.sql("select count(*) from acted where exceedance = :exceedance")
                .param("exceedance", exceedance)
                .query(Long.class)
                .single();
    }

    private String token() {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(List.of("kafka"))
                        .subject("an id that says nothing")
                        .claim("azp", "enforcement")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "{\"access_token\":\"" + token.serialize() + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }

    private static HttpServer serve(int port, String path, Supplier<String> json) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
