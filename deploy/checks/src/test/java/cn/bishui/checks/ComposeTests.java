package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.keycloak.PlatformService;
import cn.bishui.local.LauncherVariables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml: the same platform as the launcher's, in an order that works. */
class ComposeTests {

    private static final String SECRETS = "/run/secrets/bishui";
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY)");
    private static final Pattern ADDRESS = Pattern.compile("(?<=^|//)([a-z]+):(\\d+)");

    /** Needed only where Keycloak has another address in browsers than between containers. */
    private static final Set<String> OF_CONTAINERS = Set.of("BISHUI_JWKS_URL", "BISHUI_KEYCLOAK_INTERNAL");

    /** Where one-time codes go to a page instead of to telephones, which a platform that others reach must not do. */
    private static final String ONLY_LOCAL = "BISHUI_SMS";

    /** The ports on which containers listen that are not ours. */
    private static final Map<String, Set<Integer>> PORTS =
            Map.of("postgres", Set.of(5432), "keycloak", Set.of(8180), "kafka", Set.of(9092, 9094));

    @TempDir
    private static Path temporary;

    @Test
    void runsEveryServiceOnItsPort() {
        assertThat(ports(Compose.services()))
                .isEqualTo(PlatformService.all().stream()
                        .collect(Collectors.toMap(PlatformService::name, PlatformService::port)));
    }

    private static Map<String, Integer> ports(Map<String, Node> services) {
        return services.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        service -> Integer.valueOf(service.getValue().text("environment.BISHUI_PORT"))));
    }

    @Test
    void tellsEachServiceWhatTheLauncherTellsIt() {
        for (PlatformService service : PlatformService.all()) {
            Map<String, String> launcher = LauncherVariables.of(service, temporary);
            Map<String, String> compose = Compose.environment(Compose.container(service.name()));

            var expected = new TreeSet<>(launcher.keySet());
            expected.removeIf(name -> SECRET.matcher(name).matches());
            expected.remove(ONLY_LOCAL);
            var names = new TreeSet<>(compose.keySet());
            names.removeAll(OF_CONTAINERS);
            assertThat(names).as(service.name()).isEqualTo(expected);

            for (String alike : List.of(
                    "BISHUI_PORT",
                    "BISHUI_ISSUER",
                    "BISHUI_ZONE",
                    "BISHUI_DB_USER",
                    "BISHUI_KAFKA_CLIENT_ID",
                    "BISHUI_HJ212_PORT",
                    "BISHUI_PUBLIC_URL")) {
                assertThat(compose.get(alike))
                        .as("%s of %s", alike, service.name())
                        .isEqualTo(launcher.get(alike));
            }
            if (service.database()) {
                assertThat(compose.get("BISHUI_DB_URL")).isEqualTo("jdbc:postgresql://postgres:5432/" + service.name());
            }
        }
    }

    @Test
    void fetchesKeysWhereContainersReachThem() {
        assertThat(Compose.services())
                .allSatisfy((name, service) -> assertThat(service.text("environment.BISHUI_JWKS_URL"))
                        .isEqualTo("http://keycloak:8180/realms/bishui/protocol/openid-connect/certs"));
        assertThat(Compose.container("portal").text("environment.BISHUI_KEYCLOAK_INTERNAL"))
                .isEqualTo("http://keycloak:8180/realms/bishui");
        assertThat(Compose.container("keycloak").text("environment.KC_HOSTNAME") + "/realms/bishui")
                .isEqualTo(Compose.container("kafka").text("environment.BISHUI_ISSUER"))
                .isEqualTo(Compose.container("portal").text("environment.BISHUI_ISSUER"));
        assertThat(Compose.container("keycloak").text("environment.KC_HOSTNAME_BACKCHANNEL_DYNAMIC"))
                .isEqualTo("true");
        assertThat(Compose.container("realm").text("environment.BISHUI_PORTAL_URL"))
                .isEqualTo("http://portal:8080");
    }

    @Test
    void namesNoAddressWhereNobodyListens() {
        Compose.containers()
                .forEach((container, node) -> Compose.environment(node).forEach((variable, value) -> {
                    var address = ADDRESS.matcher(value);
                    while (address.find()) {
                        String host = address.group(1);
                        int port = Integer.parseInt(address.group(2));
                        if (host.equals("localhost")) {
                            assertThat(List.of(8080, 8180))
                                    .as(container + " " + variable)
                                    .contains(port);
                        } else {
                            assertThat(listening(host))
                                    .as(container + " " + variable)
                                    .contains(port);
                        }
                    }
                }));
    }

    private static Set<Integer> listening(String host) {
        return Optional.ofNullable(PORTS.get(host))
                .or(() -> Optional.ofNullable(Compose.services().get(host))
                        .map(service -> Set.of(Integer.valueOf(service.text("environment.BISHUI_PORT")))))
                .orElse(Set.of());
    }

    @Test
    void watchesRestartsAndLimitsEveryServer() {
        assertThat(Compose.servers().keySet()).containsAll(Compose.services().keySet());
        assertThat(Compose.servers()).allSatisfy((name, server) -> {
            assertThat(server.text("restart")).isEqualTo("unless-stopped");
            assertThat(server.at("healthcheck.test").items()).isNotEmpty();
            assertThat(server.has("stop_grace_period"))
                    .as("time to end in order")
                    .isTrue();
        });
        assertThat(Compose.containers()).allSatisfy((name, container) -> {
            assertThat(container.text("mem_limit")).matches("\\d+[mg]");
            assertThat(container.text("logging.options.max-size")).isEqualTo("10m");
        });
    }

    @Test
    void confinesOurOwnContainers() {
        assertThat(Compose.containers().values())
                .filteredOn(container -> container.has("build"))
                .hasSizeGreaterThan(2)
                .allSatisfy(container -> {
                    assertThat(container.text("read_only")).isEqualTo("true");
                    assertThat(container.texts("tmpfs")).containsExactly("/tmp");
                    assertThat(container.texts("cap_drop")).containsExactly("ALL");
                    assertThat(container.texts("security_opt")).containsExactly("no-new-privileges:true");
                });
    }

    @Test
    void showsAServiceItsOwnSecretsOnly() {
        assertThat(Compose.services()).allSatisfy((name, service) -> {
            assertThat(service.at("volumes").items()).singleElement().satisfies(volume -> {
                assertThat(volume.text("source")).isEqualTo("secrets");
                assertThat(volume.text("target")).isEqualTo(SECRETS);
                assertThat(volume.text("read_only")).isEqualTo("true");
                assertThat(volume.text("volume.subpath")).isEqualTo(name);
            });
        });
    }

    @Test
    void opensSecretsForReadingOnlyButToTheJobThatMakesThem() {
        Compose.containers()
                .forEach((name, container) -> container.texts("volumes").stream()
                        .filter(volume -> volume.startsWith("secrets:"))
                        .forEach(volume ->
                                assertThat(volume.endsWith(":ro")).as(name).isEqualTo(!name.equals("secrets"))));
    }

    @Test
    void startsEverythingAfterWhatItNeeds() {
        assertThat(Compose.services())
                .allSatisfy((name, service) -> assertThat(Compose.before(name))
                        .contains("secrets", "postgres", "databases", "keycloak", "realm", "kafka", "topics"));
        // Kafka ends when the realm has no keys for it yet
        assertThat(Compose.before("kafka")).contains("realm");
        assertThat(Compose.before("keycloak")).contains("databases");
        assertThat(Compose.before("postgres")).containsExactly("secrets");
    }

    @Test
    void waitsForJobsToEndAndForServersToBeHealthy() {
        Compose.containers()
                .forEach((name, container) -> container
                        .find("depends_on")
                        .map(Node::fields)
                        .orElse(Map.of())
                        .forEach((other, how) -> assertThat(how.text("condition"))
                                .as("%s waits for %s", name, other)
                                .isEqualTo(
                                        Compose.jobs().containsKey(other)
                                                ? "service_completed_successfully"
                                                : "service_healthy")));
    }

    @Test
    void pinsImagesToTheVersionsOfThisRepository() {
        assertThat(images())
                .containsEntry("kafka", "apache/kafka:" + Repository.version("kafka.version"))
                .containsEntry("keycloak", "quay.io/keycloak/keycloak:" + Repository.version("keycloak.version"))
                .containsEntry("postgres", "postgres:" + postgresVersion())
                .allSatisfy((name, image) -> assertThat(image).matches("[a-z./]+:\\d+\\.\\d+(\\.\\d+)?"));
    }

    private static String postgresVersion() {
        String binaries = Repository.version("postgres-binaries.version");
        return binaries.substring(0, binaries.lastIndexOf('.'));
    }

    private static Map<String, String> images() {
        return Compose.containers().entrySet().stream()
                .filter(container -> container.getValue().has("image"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, container -> container.getValue().text("image")));
    }

    @Test
    void buildsEachServiceFromItsOwnModule() {
        assertThat(Compose.services()).allSatisfy((name, service) -> {
            assertThat(service.text("build.args.SERVICE")).isEqualTo(name);
            assertThat(service.text("build.target")).isEqualTo("service");
        });
        assertThat(Compose.containers().values())
                .filteredOn(container -> container.has("build"))
                .allSatisfy(container -> assertThat(Repository.file(container.text("build.dockerfile")))
                        .isRegularFile());
    }

    @Test
    void mountsFilesThatExistWhereTheyAreUsed() {
        Compose.containers().forEach((name, container) -> {
            var targets = new ArrayList<String>();
            for (String volume : container.texts("volumes")) {
                String[] parts = volume.split(":", -1);
                if (parts[0].startsWith("./")) {
                    assertThat(Repository.file(parts[0])).as(name).exists();
                    assertThat(parts).as(volume).hasSize(3).contains("ro");
                    targets.add(parts[1]);
                }
            }
            Stream.of("entrypoint", "healthcheck.test")
                    .flatMap(key -> container.texts(key).stream())
                    .filter(word -> word.startsWith("/") && !word.startsWith("/bishui/"))
                    .filter(word -> !word.equals("/health/ready"))
                    .forEach(word -> assertThat(targets).as(name).contains(word));
        });
    }

    @Test
    void hasNoSecretInClearText() {
        Compose.containers()
                .forEach((name, container) -> assertThat(Compose.environment(container))
                        .as(name)
                        .allSatisfy((variable, value) ->
                                assertThat(SECRET.matcher(variable).matches()).isFalse()));
        assertThat(Files.exists(Repository.file(".env"))).isFalse();
    }

    @Test
    void opensToTheOutsideOnlyWhatDevicesNeed() {
        var published = new TreeSet<String>();
        Compose.containers().values().forEach(container -> published.addAll(container.texts("ports")));
        assertThat(published).containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8180:8180", "9212:9212");
        assertThat(Compose.container("monitoring").texts("ports")).containsExactly("9212:9212");
    }
}
