package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.checks.Chart.Manifests;
import cn.bishui.contracts.Topic;
import cn.bishui.keycloak.PlatformService;
import cn.bishui.keycloak.Secrets;
import cn.bishui.local.LauncherVariables;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart: the same platform as the launcher's, in what a cluster accepts. */
class ChartTests {

    private static final Manifests MANIFESTS = Chart.manifests("{}");
    private static final Predicate<String> SECRET =
            Pattern.compile(".*(PASSWORD|SECRET|KEY)").asMatchPredicate();

    /** Is in its secret only while somebody changes the key. */
    private static final String OLD_KEYS = "_OLD_KEYS";

    /** One-time codes go to a page instead of to telephones, which a platform that others reach must not do. */
    private static final String ONLY_LOCAL = "BISHUI_SMS";

    /** On one machine nothing stands before the portal. */
    private static final String PROXIES = "BISHUI_TRUSTED_PROXIES";

    @TempDir
    private static Path temporary;

    @Test
    void passesHelmsOwnCheckWithoutAWarning() {
        var result = Chart.lint();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "ingress: {enabled: false}",
                "ingress: {tlsSecret: '', annotations: {}}",
                "publicUrl: http://bishui.test:8080",
                "services: {permits: {database: false}}",
                "services: {permits: {kafka: false, resources: {limits: {memory: 1Gi}}}}",
                "services: {enforcement: {replicas: 5}}",
                "hj212: {serviceType: ClusterIP}",
                "hj212: {serviceType: NodePort, port: 30212}",
                "{postgres: {instances: 1, storageClass: fast}, kafka: {brokers: 1, storageClass: fast}}",
                "image: {pullSecrets: [registry], pullPolicy: Always}",
                "keycloak: {instances: 1, tlsSecret: ''}",
            })
    void givesManifestsThatTheClusterKnows(String values) throws IOException {
        Logger snakeyaml = Logger.getLogger("org.yaml.snakeyaml"); // its hints about hidden properties
        snakeyaml.setLevel(Level.OFF);
        String text = Chart.render(values);
        Manifests manifests = new Manifests(Node.documents(text));
        var names = new HashSet<String>();
        manifests
                .all()
                .forEach(manifest -> assertThat(names.add(manifest.text("kind") + " " + manifest.text("metadata.name")))
                        .as("%s %s is there once", manifest.text("kind"), manifest.text("metadata.name"))
                        .isTrue());
        assertThat(CustomResources.faults(manifests.all())).isEmpty();

        String known = manifests.all().stream()
                .filter(Predicate.not(CustomResources::isCustom))
                .map(manifest -> new org.yaml.snakeyaml.Yaml().dump(manifest.value()))
                .collect(Collectors.joining("---\n"));
        assertThat(Yaml.loadAll(known)).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    publicUrl: bishui.example.gov.cn              | publicUrl
                    publicUrl: https://bishui.example.gov.cn/     | publicUrl
                    keycloakUrl: ''                               | keycloakUrl
                    services: {permits: {port: 80}}               | port
                    services: {permits: {replicas: 0}}            | replicas
                    services: {permits: {replica: 2}}             | replica
                    services: {Permits: {port: 8082}}             | Permits
                    services: {portal: null}                      | portal
                    hj212: {serviceType: Loadbalancer}            | serviceType
                    postgres: {storage: 50GB}                     | storage
                    postgres: {image: ghcr.io/cloudnative-pg/pg}  | image
                    kafka: {brokers: 0}                           | brokers
                    image: {tag: ''}                              | tag
                    passwords: {postgres: secret}                 | passwords
                    """)
    void refusesValuesThatCannotBeRightAndSaysWhich(String values, String culprit) {
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(culprit);
    }

    @Test
    void runsEveryServiceOnItsPort() {
        Map<String, Integer> expected =
                PlatformService.all().stream().collect(Collectors.toMap(PlatformService::name, PlatformService::port));
        assertThat(Chart.values().at("services").fields().keySet()).isEqualTo(expected.keySet());
        assertThat(MANIFESTS.kind("Deployment")).hasSameSizeAs(expected.keySet());
        expected.forEach((name, port) -> {
            Node deployment = MANIFESTS.deployment(name);
            assertThat(Manifests.container(deployment)
                            .at("ports")
                            .items()
                            .getFirst()
                            .text("containerPort"))
                    .isEqualTo(port.toString());
            assertThat(value(deployment, "BISHUI_PORT")).isEqualTo(port.toString());
            assertThat(MANIFESTS
                            .one("Service", "bishui-" + name)
                            .at("spec.ports")
                            .items()
                            .getFirst()
                            .text("port"))
                    .isEqualTo(port.toString());
        });
    }

    private static String value(Node workload, String variable) {
        return Manifests.variables(workload).get(variable).text("value");
    }

    @Test
    void tellsEachServiceWhatTheLauncherTellsIt() {
        Set<String> ofClusters = Set.of("BISHUI_JWKS_URL", "BISHUI_KEYCLOAK_INTERNAL");
        for (PlatformService service : PlatformService.all()) {
            Map<String, String> launcher = LauncherVariables.of(service, temporary);
            Map<String, Node> variables = Manifests.variables(MANIFESTS.deployment(service.name()));

            var names = new TreeSet<>(variables.keySet());
            names.removeAll(ofClusters);
            names.removeIf(name -> name.endsWith(OLD_KEYS));
            names.remove(PROXIES);
            var expected = new TreeSet<>(launcher.keySet());
            expected.remove(ONLY_LOCAL);
            assertThat(names).as(service.name()).isEqualTo(expected);
            for (String alike : List.of(
                    "BISHUI_PORT", "BISHUI_ZONE", "BISHUI_DB_USER", "BISHUI_KAFKA_CLIENT_ID", "BISHUI_HJ212_PORT")) {
                if (launcher.containsKey(alike)) {
                    assertThat(variables.get(alike).text("value")).isEqualTo(launcher.get(alike));
                }
            }
        }
    }

    @Test
    void asksKeycloakInsideTheClusterAndNamesItAsBrowsersDo() {
        String inside = "http://bishui-keycloak-service:8080/realms/bishui";
        String outside = Chart.values().text("keycloakUrl") + "/realms/bishui";
        assertThat(PlatformService.all()).allSatisfy(service -> {
            Node deployment = MANIFESTS.deployment(service.name());
            assertThat(value(deployment, "BISHUI_ISSUER")).isEqualTo(outside);
            assertThat(value(deployment, "BISHUI_JWKS_URL")).isEqualTo(inside + "/protocol/openid-connect/certs");
            if (service.kafka()) {
                assertThat(value(deployment, "BISHUI_KAFKA_TOKEN_URL"))
                        .isEqualTo(inside + "/protocol/openid-connect/token");
            }
        });
        assertThat(value(MANIFESTS.deployment("portal"), "BISHUI_KEYCLOAK_INTERNAL"))
                .isEqualTo(inside);
        // Keycloak's operator names the service after the resource
        assertThat(MANIFESTS.has("Keycloak", "bishui-keycloak")).isTrue();
        Node listener = MANIFESTS
                .one("Kafka", "bishui")
                .at("spec.kafka.listeners")
                .items()
                .getFirst();
        Map<String, Node> settings =
                listener.at("authentication.listenerConfig").fields();
        assertThat(settings.get("oauthbearer.sasl.oauthbearer.expected.issuer").text())
                .isEqualTo(outside);
        assertThat(settings.get("oauthbearer.sasl.oauthbearer.jwks.endpoint.url")
                        .text())
                .isEqualTo(inside + "/protocol/openid-connect/certs")
                .isEqualTo(MANIFESTS
                        .one("Kafka", "bishui")
                        .at("spec.kafka.jvmOptions.javaSystemProperties")
                        .items()
                        .getFirst()
                        .text("value"));
        assertThat(value(MANIFESTS.deployment("permits"), "BISHUI_KAFKA"))
                .isEqualTo("bishui-kafka-bootstrap:" + listener.text("port"));
    }

    @Test
    void protectsWhatRuns() {
        var workloads = new ArrayList<>(MANIFESTS.kind("Deployment"));
        workloads.addAll(MANIFESTS.kind("Job"));
        assertThat(workloads).hasSize(PlatformService.all().size() + 1).allSatisfy(workload -> {
            Node pod = workload.at("spec.template.spec");
            assertThat(pod.text("securityContext.runAsNonRoot")).isEqualTo("true");
            assertThat(pod.text("securityContext.runAsUser")).isEqualTo("10001");
            assertThat(pod.text("securityContext.seccompProfile.type")).isEqualTo("RuntimeDefault");
            assertThat(pod.text("automountServiceAccountToken")).isEqualTo("false");
            // a Service bishui-hj212 would set BISHUI_HJ212_PORT to tcp://…
            assertThat(pod.text("enableServiceLinks")).isEqualTo("false");
            assertThat(pod.at("containers").items()).singleElement().satisfies(container -> {
                assertThat(container.text("securityContext.readOnlyRootFilesystem"))
                        .isEqualTo("true");
                assertThat(container.text("securityContext.allowPrivilegeEscalation"))
                        .isEqualTo("false");
                assertThat(container.texts("securityContext.capabilities.drop")).containsExactly("ALL");
                assertThat(container.has("resources.requests.cpu")).isTrue();
                assertThat(container.has("resources.requests.memory")).isTrue();
                assertThat(container.has("resources.limits.memory")).isTrue();
                assertThat(container.at("volumeMounts").items())
                        .singleElement()
                        .satisfies(mount -> assertThat(mount.text("mountPath")).isEqualTo("/tmp"));
            });
        });
        assertThat(new Dockerfile().last("service", "USER").arguments()).isEqualTo("10001");
    }

    @Test
    void watchesEveryService() {
        assertThat(MANIFESTS.kind("Deployment")).allSatisfy(deployment -> {
            Node container = Manifests.container(deployment);
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.text(probe + ".httpGet.port")).isEqualTo("http");
            }
            assertThat(container.text("readinessProbe.httpGet.path")).isEqualTo("/actuator/health/readiness");
            assertThat(container.text("livenessProbe.httpGet.path")).isEqualTo("/actuator/health/liveness");
        });
    }

    @Test
    void givesEachServiceWhatBelongsToIt() {
        for (PlatformService service : PlatformService.all()) {
            String name = "bishui-" + service.name();
            Node deployment = MANIFESTS.deployment(service.name());
            Map<String, Node> labels =
                    deployment.at("spec.template.metadata.labels").fields();
            assertThat(deployment.text("spec.template.spec.serviceAccountName")).isEqualTo(name);
            assertThat(MANIFESTS.has("ServiceAccount", name)).isTrue();
            for (Node selector : List.of(
                    deployment.at("spec.selector.matchLabels"),
                    MANIFESTS.one("Service", name).at("spec.selector"),
                    MANIFESTS.one("PodDisruptionBudget", name).at("spec.selector.matchLabels"),
                    MANIFESTS.one("NetworkPolicy", name).at("spec.podSelector.matchLabels"))) {
                assertThat(selector.fields())
                        .isNotEmpty()
                        .allSatisfy(
                                (label, value) -> assertThat(labels.get(label).text())
                                        .as(selector.path())
                                        .isEqualTo(value.text()));
                assertThat(selector.fields()).containsKey("app.kubernetes.io/name");
            }
        }
    }

    @Test
    void letsOnlyThePortalTalkToTheOthers() {
        for (PlatformService service : PlatformService.all()) {
            Node policy = MANIFESTS.one("NetworkPolicy", "bishui-" + service.name());
            assertThat(policy.texts("spec.policyTypes")).containsExactly("Ingress");
            Node pages = policy.at("spec.ingress").items().getFirst();
            assertThat(pages.at("ports").items().getFirst().text("port")).isEqualTo("http");
            if (service.name().equals("portal")) {
                assertThat(pages.has("from")).isFalse();
            } else {
                assertThat(pages.at("from").items())
                        .singleElement()
                        .satisfies(from -> assertThat(from.at("podSelector.matchLabels")
                                        .fields()
                                        .get("app.kubernetes.io/name")
                                        .text())
                                .isEqualTo("portal"));
            }
        }
        assertThat(MANIFESTS
                        .one("NetworkPolicy", "bishui-monitoring")
                        .at("spec.ingress")
                        .items())
                .hasSize(2);
    }

    @Test
    void opensTheDevicesPortByALoadBalancer() {
        Node service = MANIFESTS.one("Service", "bishui-hj212");
        assertThat(service.text("spec.type")).isEqualTo("LoadBalancer");
        assertThat(service.text("spec.externalTrafficPolicy")).isEqualTo("Local");
        assertThat(service.at("spec.selector")
                        .fields()
                        .get("app.kubernetes.io/name")
                        .text())
                .isEqualTo("monitoring");
        assertThat(service.at("spec.ports").items().getFirst().text("port")).isEqualTo("9212");
        // a cluster refuses the policy on a service that is not open to the outside
        assertThat(Chart.manifests("hj212: {serviceType: ClusterIP}")
                        .one("Service", "bishui-hj212")
                        .has("spec.externalTrafficPolicy"))
                .isFalse();
    }

    @Test
    void sendsBrowsersToThePortal() {
        Node rule = MANIFESTS.one("Ingress", "bishui").at("spec.rules").items().getFirst();
        assertThat("https://" + rule.text("host")).isEqualTo(Chart.values().text("publicUrl"));
        assertThat(rule.at("http.paths").items().getFirst().text("backend.service.name"))
                .isEqualTo("bishui-portal");
        assertThat(value(MANIFESTS.deployment("portal"), "BISHUI_PUBLIC_URL"))
                .isEqualTo(Chart.values().text("publicUrl"));
        assertThat(Chart.manifests("ingress: {enabled: false}").kind("Ingress")).isEmpty();
        assertThat(Chart.manifests("publicUrl: http://bishui.test:8080")
                        .one("Ingress", "bishui")
                        .at("spec.rules")
                        .items()
                        .getFirst()
                        .text("host"))
                .isEqualTo("bishui.test");
    }

    @Test
    void hasThePortalBelieveItsOwnIngressAndNobodyWhereThereIsNone() {
        assertThat(value(MANIFESTS.deployment("portal"), PROXIES)).startsWith("10.0.0.0/8,");
        Manifests narrow = Chart.manifests("ingress: {trustedProxies: [10.244.0.0/16, 'fd00:10::/48']}");
        assertThat(value(narrow.deployment("portal"), PROXIES)).isEqualTo("10.244.0.0/16,fd00:10::/48");
        for (String nobody : List.of("ingress: {enabled: false}", "ingress: {trustedProxies: []}")) {
            assertThat(Manifests.variables(Chart.manifests(nobody).deployment("portal")))
                    .doesNotContainKey(PROXIES);
        }
    }

    @Test
    void letsACitizensWholeFormThrough() {
        String limit = MANIFESTS
                .one("Ingress", "bishui")
                .at("metadata.annotations")
                .fields()
                .get("nginx.ingress.kubernetes.io/proxy-body-size")
                .text();
        assertThat(Integer.parseInt(limit.replace("m", ""))).isGreaterThan(9 * 10 + 50);
    }

    @Test
    void keepsThePortalsSessionsInOnePlace() {
        assertThat(MANIFESTS.deployment("portal").text("spec.replicas")).isEqualTo("1");
    }

    @Test
    void makesTheSameTopics() {
        assertThat(Repository.read("helm/files/topics.csv"))
                .as("the chart cannot read files outside its folder: copy it")
                .isEqualTo(Repository.read("libs/contracts/src/main/resources/cn/bishui/contracts/topics.csv"));
        var rendered = new TreeMap<String, Map<String, String>>();
        for (Node topic : MANIFESTS.kind("KafkaTopic")) {
            var settings = new TreeMap<String, String>();
            topic.at("spec.config").fields().forEach((name, value) -> settings.put(name, value.text()));
            settings.put("partitions", topic.text("spec.partitions"));
            rendered.put(topic.text("metadata.name"), settings);
            assertThat(topic.text("spec.replicas")).isEqualTo("3");
        }
        var expected = new TreeMap<String, Map<String, String>>();
        for (Topic topic : Topic.all()) {
            var settings = new TreeMap<String, String>();
            settings.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
            topic.retention().ifPresent(time -> settings.put("retention.ms", Long.toString(time.toMillis())));
            settings.put("partitions", Integer.toString(topic.partitions()));
            expected.put(topic.name(), settings);
        }
        assertThat(rendered).isEqualTo(expected);
    }

    @Test
    void letsServicesDoWithTopicsWhatTheLauncherLetsThem() {
        var users = MANIFESTS.kind("KafkaUser").stream().map(user -> user.text("metadata.name"));
        assertThat(users)
                .containsExactlyInAnyOrderElementsOf(PlatformService.all().stream()
                        .filter(PlatformService::kafka)
                        .map(PlatformService::name)
                        .toList());
        for (Node user : MANIFESTS.kind("KafkaUser")) {
            String name = user.text("metadata.name");
            var expected = new TreeSet<String>();
            expected.add("topic literal * [Read]");
            expected.add("group prefix " + name + " [Read]");
            Topic.all().stream()
                    .filter(topic -> topic.writers().contains(name))
                    .forEach(topic -> expected.add("topic literal " + topic.name() + " [Write]"));
            assertThat(user.at("spec.authorization.acls").items().stream()
                            .map(rule -> "%s %s %s %s"
                                    .formatted(
                                            rule.text("resource.type"),
                                            rule.text("resource.patternType"),
                                            rule.text("resource.name"),
                                            rule.texts("operations"))))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void makesADatabaseForEveryServiceThatKeepsOne() {
        var expected = new TreeSet<>(Set.of("keycloak"));
        PlatformService.all().stream()
                .filter(PlatformService::database)
                .map(PlatformService::name)
                .forEach(expected::add);
        assertThat(MANIFESTS.kind("Database").stream().map(database -> database.text("spec.owner")))
                .containsExactlyInAnyOrderElementsOf(expected);
        Node cluster = MANIFESTS.one("Cluster", "bishui-postgres");
        assertThat(cluster.at("spec.managed.roles").items())
                .hasSameSizeAs(expected)
                .allSatisfy(role -> {
                    assertThat(expected).contains(role.text("name"));
                    Node secret = MANIFESTS.one("Secret", role.text("passwordSecret.name"));
                    assertThat(secret.text("type")).isEqualTo("kubernetes.io/basic-auth");
                    assertThat(secret.text("stringData.username")).isEqualTo(role.text("name"));
                });
        assertThat(value(MANIFESTS.deployment("permits"), "BISHUI_DB_URL"))
                .isEqualTo("jdbc:postgresql://bishui-postgres-rw:5432/permits");
        assertThat(Chart.manifests("services: {permits: {database: false}}").has("Database", "bishui-permits"))
                .isFalse();
    }

    @Test
    void pinsImagesAndServersToTheVersionsOfThisRepository() {
        assertThat(MANIFESTS.one("Kafka", "bishui").text("spec.kafka.version"))
                .isEqualTo(Repository.version("kafka.version"));
        String binaries = Repository.version("postgres-binaries.version");
        assertThat(MANIFESTS.one("Cluster", "bishui-postgres").text("spec.imageName"))
                .startsWith("ghcr.io/cloudnative-pg/postgresql:" + binaries.substring(0, binaries.lastIndexOf('.')));
        assertThat(MANIFESTS.kind("Deployment"))
                .allSatisfy(
                        deployment -> assertThat(Manifests.container(deployment).text("image"))
                                .endsWith("/" + Manifests.container(deployment).text("name") + ":0.1.0"));
    }

    @Test
    void showsOurLoginPages() {
        Node keycloak = MANIFESTS.one("Keycloak", "bishui-keycloak");
        assertThat(keycloak.text("spec.image")).isEqualTo("registry.example.gov.cn/bishui/keycloak:0.1.0");
        assertThat(keycloak.text("spec.startOptimized")).isEqualTo("false");
        assertThat(new Dockerfile().last("keycloak", "COPY").words())
                .containsExactly("deploy/keycloak/themes", "/opt/keycloak/themes");
        assertThat(Compose.container("keycloak").texts("volumes"))
                .contains("./deploy/keycloak/themes:/opt/keycloak/themes:ro");
        assertThat(Repository.file("deploy/keycloak/themes/bishui/login/theme.properties"))
                .isRegularFile();
    }

    @Test
    void provisionsTheRealmOnceForEveryRevision() {
        Node job = MANIFESTS.kind("Job").getFirst();
        assertThat(job.text("metadata.name")).isEqualTo("bishui-setup-1");
        assertThat(Manifests.container(job).texts("args")).containsExactly("realm");
        var names = Manifests.variables(job).keySet();
        assertThat(names)
                .contains(
                        "BISHUI_KEYCLOAK_URL",
                        "BISHUI_PUBLIC_URL",
                        "BISHUI_PORTAL_URL",
                        "BISHUI_KEYCLOAK_ADMIN_PASSWORD",
                        "BISHUI_PORTAL_CLIENT_SECRET");
        var asTheJobReadsThem = new Secrets(
                temporary.resolve("nothing"),
                names.stream().collect(Collectors.toMap(name -> name, name -> "value of " + name)));
        assertThat(asTheJobReadsThem.portalSecret()).isEqualTo("value of BISHUI_PORTAL_CLIENT_SECRET");
        assertThat(asTheJobReadsThem.read(Secrets.KEYCLOAK_ADMIN)).isEqualTo("value of BISHUI_KEYCLOAK_ADMIN_PASSWORD");
        assertThat(asTheJobReadsThem.kafkaSecrets()).isNotEmpty();
    }

    @Test
    void takesPasswordsFromSecretsThatItMakes() {
        assertThat(Repository.read("helm/values.yaml")).doesNotContainIgnoringCase("password");
        var workloads = new ArrayList<>(MANIFESTS.kind("Deployment"));
        workloads.addAll(MANIFESTS.kind("Job"));
        for (Node workload : workloads) {
            Manifests.variables(workload).forEach((name, variable) -> {
                if (name.endsWith(OLD_KEYS)) {
                    assertThat(variable.text("valueFrom.secretKeyRef.optional")).isEqualTo("true");
                } else if (SECRET.test(name)) {
                    Node reference = variable.at("valueFrom.secretKeyRef");
                    Node secret = MANIFESTS.one("Secret", reference.text("name"));
                    assertThat(secret.text("stringData." + reference.text("key")))
                            .as(name)
                            .hasSizeGreaterThanOrEqualTo(32);
                } else {
                    assertThat(variable.has("value")).as(name).isTrue();
                }
            });
        }
        Manifests elsewhere = Chart.manifests("{}");
        for (Node secret : MANIFESTS.kind("Secret")) {
            String name = secret.text("metadata.name");
            assertThat(elsewhere.one("Secret", name).at("stringData").value())
                    .as("%s is made, not written down", name)
                    .isNotEqualTo(secret.at("stringData").value());
        }
    }

    @Test
    void encryptsKeysOfDevicesWithAKeyOf256Bits() {
        Node secret = MANIFESTS.one("Secret", "bishui-monitoring");
        assertThat(Base64.getDecoder().decode(secret.text("stringData.key"))).hasSize(32);
        assertThat(Manifests.variables(MANIFESTS.deployment("monitoring"))
                        .get("BISHUI_MONITORING_KEY")
                        .text("valueFrom.secretKeyRef.name"))
                .isEqualTo("bishui-monitoring");
    }

    @Test
    void encryptsWhoComplainedWithAKeyOf256Bits() {
        Map<String, Node> variables = Manifests.variables(MANIFESTS.deployment("complaints"));
        Node secret = MANIFESTS.one("Secret", "bishui-complaints");
        assertThat(Base64.getDecoder().decode(secret.text("stringData.key"))).hasSize(32);
        assertThat(variables.get("BISHUI_COMPLAINTS_KEY").text("valueFrom.secretKeyRef.name"))
                .isEqualTo("bishui-complaints");
        assertThat(variables.get("BISHUI_COMPLAINTS" + OLD_KEYS).text("valueFrom.secretKeyRef.name"))
                .isEqualTo("bishui-complaints");
        assertThat(Chart.manifests("services: {complaints: {kafka: false}}").has("Secret", "bishui-complaints"))
                .isTrue();
    }

    @Test
    void keepsThePasswordsThatTheClusterHas() {
        var present = new TreeMap<String, Map<String, String>>();
        for (Node secret : MANIFESTS.kind("Secret")) {
            present.put(
                    secret.text("metadata.name"),
                    secret.at("stringData").fields().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, field -> field.getValue().text())));
        }
        Manifests upgraded = Chart.manifests("{}", present);
        assertThat(upgraded.kind("Secret"))
                .hasSameSizeAs(present.keySet())
                .allSatisfy(secret -> assertThat(secret.at("stringData").value())
                        .isEqualTo(present.get(secret.text("metadata.name"))));
    }

    @Test
    void leavesDataBehindWhenUninstalled() {
        for (String kind : List.of("Cluster", "Database", "Kafka", "KafkaNodePool", "KafkaTopic", "Secret")) {
            assertThat(MANIFESTS.kind(kind))
                    .isNotEmpty()
                    .allSatisfy(manifest -> assertThat(manifest.at("metadata.annotations")
                                    .fields()
                                    .get("helm.sh/resource-policy")
                                    .text())
                            .isEqualTo("keep"));
        }
    }
}
