package cn.bishui.local;

import cn.bishui.contracts.Topic;
import cn.bishui.embedded.EmbeddedKafka;
import cn.bishui.embedded.EmbeddedKeycloak;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.KafkaTokens;
import cn.bishui.embedded.KeycloakSettings;
import cn.bishui.embedded.Server;
import cn.bishui.keycloak.AccessRules;
import cn.bishui.keycloak.PlatformService;
import cn.bishui.keycloak.Realm;
import cn.bishui.keycloak.RealmSettings;
import cn.bishui.keycloak.Secrets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The parts of the platform on this machine, and what each needs to know of the others. */
final class Platform {

    private final PortPlan ports;
    private final Secrets secrets;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKeycloak keycloak;
    private final EmbeddedKafka kafka;
    private final Map<PlatformService, Service> services = new LinkedHashMap<>();
    private final Map<PlatformService, Application> applications = new LinkedHashMap<>();

    Platform(Home home, PortPlan ports) {
        this.ports = ports;
        this.secrets = LocalSecrets.ensure(home.file("secrets"));
        this.postgres = new EmbeddedPostgres(
                home.file("postgres"),
                home.cache(),
                home.log("postgres"),
                ports.postgres(),
                secrets.read(Secrets.POSTGRES),
                // what a statement fails with is told by the client that sent it
                Map.of("shared_buffers", "64MB", "max_connections", "120", "log_min_messages", "log"));
        this.keycloak = new EmbeddedKeycloak(new KeycloakSettings(
                home.file("keycloak"),
                home.cache(),
                home.log("keycloak"),
                ports.keycloak(),
                ports.keycloakManagement(),
                postgres.jdbcUrl("keycloak"),
                "keycloak",
                secrets.databasePassword("keycloak"),
                Secrets.KEYCLOAK_ADMIN_USER,
                secrets.read(Secrets.KEYCLOAK_ADMIN),
                home.repository().resolve("deploy/keycloak/themes")));
        this.kafka = new EmbeddedKafka(
                home.file("kafka"),
                home.log("kafka"),
                ports.kafka(),
                ports.kafkaController(),
                new KafkaTokens(
                        ports.kafkaInternal(),
                        secrets.read(Secrets.KAFKA_BROKER),
                        issuer(),
                        issuer() + "/protocol/openid-connect/certs",
                        "kafka"));
        var variables = new ServiceVariables(ports, secrets, issuer());
        for (PlatformService service : PlatformService.all()) {
            if (!Files.exists(home.repository()
                    .resolve("services")
                    .resolve(service.name())
                    .resolve("pom.xml"))) {
                continue; // a repository without that service starts the others
            }
            var application = new Application(home, service.name());
            applications.put(service, application);
            services.put(
                    service,
                    new Service(home, service.name(), application.jar(), variables.of(service), servicePorts(service)));
        }
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    EmbeddedKeycloak keycloak() {
        return keycloak;
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    /** Whether this repository has the service. */
    boolean has(String service) {
        return services.keySet().stream().anyMatch(known -> known.name().equals(service));
    }

    /** Address of a service on this machine. */
    String url(String service) {
        return PlatformService.all().stream()
                .filter(known -> known.name().equals(service))
                .map(known -> "http://localhost:" + ports.service(known))
                .findFirst()
                .orElseThrow();
    }

    List<Service> services() {
        return List.copyOf(services.values());
    }

    /** Every part, in the order in which they start; they stop in the opposite order. */
    List<Server> parts() {
        var parts = new ArrayList<Server>(List.of(postgres, keycloak, kafka));
        parts.addAll(services.values());
        return parts;
    }

    void unpackServices() {
        applications.values().forEach(Application::refresh);
    }

    /** A database of its own for everything that keeps one. */
    void createDatabases() {
        postgres.createDatabase("keycloak", secrets.databasePassword("keycloak"));
        PlatformService.all().stream()
                .filter(PlatformService::database)
                .forEach(service -> postgres.createDatabase(service.name(), secrets.databasePassword(service.name())));
    }

    Realm realm() {
        return new Realm(ports.keycloakUrl(), Secrets.KEYCLOAK_ADMIN_USER, secrets.read(Secrets.KEYCLOAK_ADMIN));
    }

    RealmSettings realmSettings() {
        return new RealmSettings(
                ports.publicUrl(), ports.publicUrl(), secrets.portalSecret(), secrets.kafkaSecrets(), true);
    }

    /** Topics, and who may use them. */
    void createTopics() {
        try (Admin admin = kafka.admin()) {
            var rules = new AccessRules(admin);
            rules.ensureTopics(Topic.all());
            rules.ensureRules(Topic.all(), List.copyOf(secrets.kafkaSecrets().keySet()));
        }
    }

    private String issuer() {
        return ports.keycloakUrl() + "/realms/" + Realm.NAME;
    }

    private int[] servicePorts(PlatformService service) {
        return service.name().equals("monitoring")
                ? new int[] {ports.service(service), ports.hj212()}
                : new int[] {ports.service(service)};
    }
}
