package cn.bishui.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.Topic;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.EmbeddedKeycloak;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.KafkaTokens;
import cn.bishui.embedded.KeycloakSettings;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keycloak on PostgreSQL with the platform's realm, and Kafka behind its tokens. */
class SetupIT {

    private static final Path CACHE = Path.of("..", "..", ".bishui", "cache");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Post INSPECTOR = new Post(Bureau.ENV, "inspector", "执法检查岗", List.of("enforcement.inspector"));
    private static final RealmSettings SETTINGS = new RealmSettings(
            "http://localhost:8080",
            "http://localhost:8080",
            "portal-secret",
            Map.of("permits", "permits-secret", "monitoring", "monitoring-secret"),
            true);

    @TempDir
    private static Path temporary;

    private static EmbeddedPostgres postgres;
    private static EmbeddedKeycloak keycloak;
    private static String url;

    @BeforeAll
    static void start() {
        postgres = new EmbeddedPostgres(
                temporary.resolve("postgres"),
                CACHE,
                temporary.resolve("postgres.log"),
                Ports.free(),
                "root",
                Map.of());
        postgres.start();
        postgres.createDatabase("keycloak", "secret");
        var settings = new KeycloakSettings(
                temporary.resolve("keycloak"),
                CACHE,
                temporary.resolve("keycloak.log"),
                Ports.free(),
                Ports.free(),
                postgres.jdbcUrl("keycloak"),
                "keycloak",
                "secret",
                Secrets.KEYCLOAK_ADMIN_USER,
                "admin-secret",
                Path.of("themes"));
        keycloak = new EmbeddedKeycloak(settings);
        keycloak.start();
        url = settings.url();
        try (Realm realm = new Realm(url, Secrets.KEYCLOAK_ADMIN_USER, "admin-secret")) {
            realm.ensure(SETTINGS);
            realm.ensureAccount(INSPECTOR, "a long enough password", false);
        }
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
        postgres.stop();
    }

    @Test
    void tellsWhoAPersonIsAndWhatTheyMayDo() throws Exception {
        String claims = claims(token(Clients.SCRIPTS, person("a long enough password")));
        assertThat(claims)
                .contains("\"iss\":\"" + url + "/realms/bishui\"")
                .contains("\"preferred_username\":\"env-inspector\"")
                .contains("\"bureau\":\"ENV\"", "\"post\":\"执法检查岗\"")
                .contains("\"name\":\"区环保局 执法检查岗\"")
                .containsPattern("\"roles\":\\[[^]]*\"enforcement.inspector\"");
        assertThat(PlatformService.all())
                .isNotEmpty()
                .allSatisfy(
                        service -> assertThat(claims).containsPattern("\"aud\":\\[[^]]*\"" + service.name() + "\""));
        long lifetime = number(claims, "exp") - number(claims, "iat");
        assertThat(lifetime).isEqualTo(300);
    }

    @Test
    void changesNothingWhenRunAgainAndKeepsPasswords() throws Exception {
        try (Realm realm = new Realm(url, Secrets.KEYCLOAK_ADMIN_USER, "admin-secret")) {
            realm.ensure(SETTINGS);
            realm.ensureAccount(INSPECTOR, "another long password", true);
        }
        assertThat(post(Clients.SCRIPTS, person("a long enough password")).statusCode())
                .isEqualTo(200);
        assertThat(post(Clients.SCRIPTS, person("another long password")).body())
                .contains("Invalid user credentials");
    }

    @Test
    void letsAServiceWriteToItsOwnTopicsOnly() throws Exception {
        var tokens = new KafkaTokens(
                Ports.free(),
                "broker-secret",
                url + "/realms/bishui",
                url + "/realms/bishui/protocol/openid-connect/certs",
                "kafka");
        try (var kafka = new EmbeddedKafka(
                temporary.resolve("kafka"), Path.of("target/kafka.log"), Ports.free(), Ports.free(), tokens)) {
            kafka.start();
            try (Admin admin = kafka.admin()) {
                var rules = new AccessRules(admin);
                for (int run = 1; run <= 2; run++) {
                    rules.ensureTopics(Topic.all());
                    rules.ensureRules(Topic.all(), List.of("permits", "monitoring"));
                }
            }
            System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", tokenUrl());
            assertThat(send(kafka, "permits", "permits.v1")).isNull();
            assertThat(send(kafka, "monitoring", "monitoring.readings.v1.monitoring.dlt"))
                    .isNull();
            assertThat(send(kafka, "permits", "monitoring.v1")).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static @Nullable Throwable send(EmbeddedKafka kafka, String service, String topic)
            throws InterruptedException {
        var connection = new HashMap<String, Object>();
        connection.put("bootstrap.servers", kafka.bootstrapServers());
        connection.put("security.protocol", "SASL_PLAINTEXT");
        connection.put("sasl.mechanism", "OAUTHBEARER");
        connection.put(
                "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        connection.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        connection.put(
                "sasl.oauthbearer.jwt.retriever.class",
                "org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever");
        connection.put("sasl.oauthbearer.client.credentials.client.id", service);
        connection.put("sasl.oauthbearer.client.credentials.client.secret", service + "-secret");
        connection.put("sasl.oauthbearer.token.endpoint.url", tokenUrl());
        connection.put("max.block.ms", "20000");
        try (var producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static Map<String, String> person(String password) {
        return Map.of("grant_type", "password", "username", "env-inspector", "password", password);
    }

    private static String token(String client, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = post(client, form);
        var found = ACCESS_TOKEN.matcher(response.body());
        assertThat(found.find()).as(response.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> post(String client, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "client_id=" + client + "&", ""));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(tokenUrl()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static long number(String claims, String name) {
        var found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(claims);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static String tokenUrl() {
        return url + "/realms/bishui/protocol/openid-connect/token";
    }
}
