package cn.bishui.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The realm {@code bishui}: who people are, what posts they hold, which programs may ask. Every method makes what is
 * missing and corrects what differs, so it can run again at any time.
 */
public final class Realm implements AutoCloseable {

    /** The realm's name. */
    public static final String NAME = "bishui";

    private final Keycloak keycloak;

    /**
     * Connects as the administrator of the whole server.
     *
     * @param url Keycloak's address
     */
    public Realm(String url, String adminUser, String adminPassword) {
        keycloak = KeycloakBuilder.builder()
                .serverUrl(url)
                .realm("master")
                .clientId("admin-cli")
                .username(adminUser)
                .password(adminPassword)
                .build();
    }

    /** Makes the realm with its bureaus, posts, roles and clients what it should be; no person is touched. */
    public void ensure(RealmSettings settings) {
        if (keycloak.realms().findAll().stream()
                .noneMatch(realm -> realm.getRealm().equals(NAME))) {
            var bare = new RealmRepresentation();
            bare.setRealm(NAME);
            bare.setEnabled(true);
            keycloak.realms().create(bare);
        }
        realm().update(wanted());
        letProfilesBeShort();
        new Groups(realm()).ensure(Post.all());
        new Clients(realm()).ensure(settings);
    }

    /**
     * Makes sure that an account holds the post and signs in with the password.
     *
     * @param keepPassword whether an account that exists already keeps the password it has
     */
    public void ensureAccount(Post post, String password, boolean keepPassword) {
        List<UserRepresentation> found = realm().users().searchByUsername(post.username(), true);
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        if (found.isEmpty()) {
            var user = new UserRepresentation();
            user.setUsername(post.username());
            user.setEnabled(true);
            // A post, not a person: the bureau's name and the post's title are shown where a name would be.
            user.setFirstName(post.bureau().chineseName());
            user.setLastName(post.chineseTitle());
            user.setGroups(List.of(post.groupPath()));
            user.setCredentials(List.of(credential));
            Responses.createdId(realm().users().create(user), "account " + post.username());
        } else if (!keepPassword) {
            realm().users().get(found.getFirst().getId()).resetPassword(credential);
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private RealmResource realm() {
        return keycloak.realm(NAME);
    }

    private static RealmRepresentation wanted() {
        var realm = new RealmRepresentation();
        realm.setRealm(NAME);
        realm.setEnabled(true);
        realm.setDisplayName("碧水");
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.of("zh-CN", "en"));
        realm.setDefaultLocale("zh-CN");
        realm.setLoginTheme("bishui");
        realm.setRegistrationAllowed(false);
        realm.setResetPasswordAllowed(false);
        realm.setLoginWithEmailAllowed(false);
        realm.setRememberMe(false);
        // Longer than the 60 s before its end at which the portal renews a token.
        realm.setAccessTokenLifespan((int) Duration.ofMinutes(5).toSeconds());
        realm.setSsoSessionIdleTimeout((int) Duration.ofHours(1).toSeconds());
        realm.setSsoSessionMaxLifespan((int) Duration.ofHours(10).toSeconds());
        realm.setBruteForceProtected(true);
        realm.setFailureFactor(8);
        realm.setWaitIncrementSeconds((int) Duration.ofMinutes(1).toSeconds());
        realm.setMaxFailureWaitSeconds((int) Duration.ofMinutes(15).toSeconds());
        realm.setPasswordPolicy("length(12) and notUsername(undefined)");
        realm.setEventsEnabled(true);
        realm.setEventsExpiration(Duration.ofDays(183).toSeconds());
        realm.setAdminEventsEnabled(true);
        realm.setAdminEventsDetailsEnabled(true);
        realm.setAttributes(Map.of(
                "adminEventsExpiration", Long.toString(Duration.ofDays(183).toSeconds())));
        return realm;
    }

    /** An account of a post has no mail address; without this every sign-in would ask for one first. */
    private void letProfilesBeShort() {
        var profile = realm().users().userProfile();
        var configuration = profile.getConfiguration();
        boolean changed = false;
        for (var attribute : configuration.getAttributes()) {
            if (!attribute.getName().equals("username") && attribute.getRequired() != null) {
                attribute.setRequired(null);
                changed = true;
            }
        }
        if (changed) {
            profile.update(configuration);
        }
    }
}
