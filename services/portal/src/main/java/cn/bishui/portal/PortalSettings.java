package cn.bishui.portal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the portal stands among the others.
 *
 * @param publicUrl the platform's address in a browser, without a slash at its end
 * @param issuer the realm's address in a browser, which is also what its tokens name as their issuer
 * @param keycloak the realm's address for the portal itself
 * @param clientSecret with which the portal proves to Keycloak that it is the portal
 * @param services address of every service that has one, by the service's name; a service with a blank address is left out
 * @param trustedProxies networks of those that stand before the portal, such as {@code 10.244.0.0/16}: only they are believed
 *     when they say for whom they ask; none unless set
 */
@ConfigurationProperties("bishui.portal")
public record PortalSettings(
        URI publicUrl,
        URI issuer,
        URI keycloak,
        String clientSecret,
        Map<String, String> services,
        @Nullable List<String> trustedProxies) {

    /** Where a person's work lies, and where signing in leads. */
    public static final String DESK = "/desk";

    public PortalSettings {
        var present = new LinkedHashMap<String, String>();
        services.forEach((name, address) -> {
            if (!address.isBlank()) {
                present.put(name, address.strip());
            }
        });
        services = Map.copyOf(present);
        trustedProxies = trustedProxies == null
                ? List.of()
                : trustedProxies.stream()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    /** Never null. */
    @Override
    public List<String> trustedProxies() {
        return trustedProxies == null ? List.of() : trustedProxies;
    }

    /** Whether requests can be sent to the service. */
    public boolean knows(String service) {
        return services.containsKey(service);
    }

    /** Whether browsers reach the platform over TLS. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** TCP port of the public address. */
    public int publicPort() {
        int port = publicUrl.getPort();
        if (port >= 0) {
            return port;
        }
        return secure() ? 443 : 80;
    }
}
