package cn.bishui.portal;

import cn.bishui.contracts.Bureau;
import cn.bishui.embedded.EmbeddedKeycloak;
import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.KeycloakSettings;
import cn.bishui.embedded.Ports;
import cn.bishui.keycloak.Post;
import cn.bishui.keycloak.Realm;
import cn.bishui.keycloak.RealmSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak with the platform's own realm, and a hand that can change things in it. */
final class Realms implements AutoCloseable {

    static final String PASSWORD = "a long enough password";
    static final String CLIENT_SECRET = "known to the portal and to Keycloak";

    private static final Path CACHE = Path.of("..", "..", ".bishui", "cache");
    private static final String ADMIN = "bishui-setup";
    private static final String ADMIN_PASSWORD = "admin-secret";

    private final EmbeddedPostgres postgres;
    private final EmbeddedKeycloak keycloak;
    private final KeycloakSettings settings;
    private final Keycloak admin;

    Realms(String publicUrl) {
        Path directory = temporary();
        postgres = new EmbeddedPostgres(
                directory.resolve("postgres"),
                CACHE,
                directory.resolve("postgres.log"),
                Ports.free(),
                "root",
                Map.of("fsync", "off"));
        postgres.start();
        postgres.createDatabase("keycloak", "secret");
        settings = new KeycloakSettings(
                directory.resolve("keycloak"),
                CACHE,
                directory.resolve("keycloak.log"),
                Ports.free(),
                Ports.free(),
                postgres.jdbcUrl("keycloak"),
                "keycloak",
                "secret",
                ADMIN,
                ADMIN_PASSWORD,
                Path.of("..", "..", "deploy", "keycloak", "themes"));
        keycloak = new EmbeddedKeycloak(settings);
        keycloak.start();
        try (Realm realm = new Realm(settings.url(), ADMIN, ADMIN_PASSWORD)) {
            realm.ensure(new RealmSettings(publicUrl, publicUrl, CLIENT_SECRET, Map.of(), false));
            for (Post post : Post.all()) {
                if (post.bureau() == Bureau.ENV) {
                    realm.ensureAccount(post, PASSWORD, true);
                }
            }
        }
        admin = KeycloakBuilder.builder()
                .serverUrl(settings.url())
                .realm("master")
                .clientId("admin-cli")
                .username(ADMIN)
                .password(ADMIN_PASSWORD)
                .build();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "realms-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tokens name as their issuer. */
    String issuer() {
        return settings.url() + "/realms/" + Realm.NAME;
    }

    /** Ends the person's sessions at Keycloak, as signing out elsewhere does. */
    void signOut(String username) {
        realm().users().get(person(username).getId()).logout();
    }

    /** Lets the person neither sign in nor stay. */
    void setEnabled(String username, boolean enabled) {
        UserRepresentation person = person(username);
        person.setEnabled(enabled);
        realm().users().get(person.getId()).update(person);
    }

    /** Takes every post, and so every role, from the person. */
    void takePosts(String username) {
        var person = realm().users().get(person(username).getId());
        person.groups().forEach(group -> person.leaveGroup(group.getId()));
    }

    /** Seconds that the portal's tokens live; below the minute before their end in which they are renewed, at every request. */
    void setTokenLifetime(int seconds) {
        var client = realm().clients().findByClientId("portal").getFirst();
        client.getAttributes().put("access.token.lifespan", Integer.toString(seconds));
        realm().clients().get(client.getId()).update(client);
    }

    private UserRepresentation person(String username) {
        return realm().users().searchByUsername(username, true).getFirst();
    }

    private RealmResource realm() {
        return admin.realm(Realm.NAME);
    }

    @Override
    public void close() {
        admin.close();
        keycloak.stop();
        postgres.stop();
    }
}
