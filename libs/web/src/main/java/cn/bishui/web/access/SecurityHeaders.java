package cn.bishui.web.access;

import cn.bishui.web.WebProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers may do with our pages: load and send nothing but to ourselves, run no inline script, be framed by
 * nobody. Signing out ends at the login server, so forms may lead there; map tiles may come from where the settings say.
 */
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /** The headers, for a filter chain's {@code headers}. */
    public static Customizer<HeadersConfigurer<HttpSecurity>> of(WebProperties properties) {
        String policy = policy(properties);
        return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"));
    }

    static String policy(WebProperties properties) {
        return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:"
                + " blob:"
                + origin(properties.tiles()) + "; form-action 'self'"
                + origin(properties.login() == null ? null : properties.login().toString());
    }

    private static String origin(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return "";
        }
        URI uri = URI.create(url.replaceAll("\\{[a-z]}", "x"));
        return uri.getHost() == null
                ? ""
                : " " + uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
