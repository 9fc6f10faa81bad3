package cn.bishui.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The programs that know the realm: the portal, the services as Kafka users, and the scripts' client where wanted. */
final class Clients {

    static final String SCRIPTS = "bishui-cli";

    /** What every token of a person says besides the standard claims. */
    private static final String SCOPE = "bishui";

    private static final String OPENID = "openid-connect";

    private final RealmResource realm;

    Clients(RealmResource realm) {
        this.realm = realm;
    }

    void ensure(RealmSettings settings) {
        String scope = ensureScope();
        ensurePerson(portal(settings), scope);
        if (settings.scripts()) {
            ensurePerson(scripts(), scope);
        }
        settings.kafkaSecrets().forEach((service, secret) -> ensure(serviceAccount(service, secret)));
    }

    private static ClientRepresentation portal(RealmSettings settings) {
        var client = client("portal", settings.portalSecret());
        client.setName("碧水平台");
        client.setStandardFlowEnabled(true);
        client.setRootUrl(settings.publicUrl());
        client.setBaseUrl("/desk");
        client.setRedirectUris(List.of(settings.publicUrl() + "/login/oauth2/code/*"));
        client.setWebOrigins(List.of(settings.publicUrl()));
        var attributes = new HashMap<String, String>();
        attributes.put("pkce.code.challenge.method", "S256");
        attributes.put("post.logout.redirect.uris", settings.publicUrl() + "/*");
        attributes.put("backchannel.logout.url", settings.portalUrl() + "/logout/connect/back-channel/keycloak");
        attributes.put("backchannel.logout.session.required", "true");
        client.setAttributes(attributes);
        return client;
    }

    private static ClientRepresentation scripts() {
        var client = client(SCRIPTS, null);
        client.setName("碧水脚本");
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        return client;
    }

    private static ClientRepresentation serviceAccount(String service, String secret) {
        var client = client(service, secret);
        client.setName("碧水服务 " + service);
        client.setServiceAccountsEnabled(true);
        client.setProtocolMappers(List.of(audience("kafka")));
        // An hour, so that a service goes on for a while when Keycloak is down.
        client.setAttributes(Map.of("access.token.lifespan", "3600"));
        return client;
    }

    private static ClientRepresentation client(String id, @Nullable String secret) {
        var client = new ClientRepresentation();
        client.setClientId(id);
        client.setProtocol(OPENID);
        client.setEnabled(true);
        client.setSecret(secret);
        client.setPublicClient(false);
        client.setClientAuthenticatorType("client-secret");
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        // Tokens carry what the mappers below say, not every role there is.
        client.setFullScopeAllowed(true);
        return client;
    }

    private void ensurePerson(ClientRepresentation client, String scope) {
        String id = ensure(client);
        var resource = realm.clients().get(id);
        if (resource.getDefaultClientScopes().stream()
                .noneMatch(known -> known.getId().equals(scope))) {
            resource.addDefaultClientScope(scope);
        }
    }

    private String ensure(ClientRepresentation wanted) {
        List<ClientRepresentation> found = realm.clients().findByClientId(wanted.getClientId());
        if (found.isEmpty()) {
            return Responses.createdId(realm.clients().create(wanted), "client " + wanted.getClientId());
        }
        ClientRepresentation present = found.getFirst();
        String id = Objects.requireNonNull(present.getId());
        wanted.setId(id);
        // Mappers are not updated with the client: those of ours have fixed names and are made again.
        realm.clients().get(id).update(wanted);
        var mappers = realm.clients().get(id).getProtocolMappers();
        for (ProtocolMapperRepresentation mapper :
                Objects.requireNonNullElse(wanted.getProtocolMappers(), List.<ProtocolMapperRepresentation>of())) {
            if (mappers.getMappers().stream().noneMatch(known -> known.getName().equals(mapper.getName()))) {
                Responses.createdId(mappers.createMapper(mapper), "mapper " + mapper.getName());
            }
        }
        return id;
    }

    private String ensureScope() {
        String id = realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(SCOPE))
                .map(ClientScopeRepresentation::getId)
                .findFirst()
                .orElseGet(this::createScope);
        var mappers = realm.clientScopes().get(id).getProtocolMappers();
        List<String> present = mappers.getMappers().stream()
                .map(ProtocolMapperRepresentation::getName)
                .toList();
        for (ProtocolMapperRepresentation mapper : claims()) {
            if (!present.contains(mapper.getName())) {
                Responses.createdId(mappers.createMapper(mapper), "mapper " + mapper.getName());
            }
        }
        return id;
    }

    private String createScope() {
        var scope = new ClientScopeRepresentation();
        scope.setName(SCOPE);
        scope.setProtocol(OPENID);
        scope.setDescription("bureau, post, unit, roles, and the services a token is meant for");
        scope.setAttributes(Map.of("include.in.token.scope", "false", "display.on.consent.screen", "false"));
        return Responses.createdId(realm.clientScopes().create(scope), "client scope " + SCOPE);
    }

    private static List<ProtocolMapperRepresentation> claims() {
        var claims = new ArrayList<ProtocolMapperRepresentation>();
        claims.add(attribute("bureau"));
        claims.add(attribute("post"));
        claims.add(attribute("unit"));
        claims.add(mapper(
                "roles",
                "oidc-usermodel-realm-role-mapper",
                Map.of("claim.name", "roles", "jsonType.label", "String", "multivalued", "true")));
        PlatformService.all().forEach(service -> claims.add(audience(service.name())));
        return claims;
    }

    private static ProtocolMapperRepresentation attribute(String name) {
        return mapper(
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", name, "user.attribute", name, "jsonType.label", "String"));
    }

    private static ProtocolMapperRepresentation audience(String name) {
        return mapper("audience " + name, "oidc-audience-mapper", Map.of("included.custom.audience", name));
    }

    private static ProtocolMapperRepresentation mapper(String name, String type, Map<String, String> settings) {
        var mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol(OPENID);
        mapper.setProtocolMapper(type);
        var all = new HashMap<>(settings);
        all.put("access.token.claim", "true");
        all.put("introspection.token.claim", "true");
        boolean person = !type.equals("oidc-audience-mapper");
        all.put("id.token.claim", Boolean.toString(person));
        all.put("userinfo.token.claim", Boolean.toString(person));
        mapper.setConfig(all);
        return mapper;
    }
}
