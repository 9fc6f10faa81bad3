package cn.bishui.portal.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/** Opens the login page in the language the reader reads here, whatever the browser prefers. */
final class InReadersLanguage implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver plain;
    private final LocaleResolver locales;

    InReadersLanguage(ClientRegistrationRepository registrations, LocaleResolver locales) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        this.locales = locales;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return translated(plain.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return translated(plain.resolve(request, registration), request);
    }

    private @Nullable OAuth2AuthorizationRequest translated(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request) {
        if (wanted == null) {
            return null;
        }
        String language = locales.resolveLocale(request).toLanguageTag();
        return OAuth2AuthorizationRequest.from(wanted)
                .additionalParameters(parameters -> parameters.putAll(Map.of("ui_locales", language)))
                .build();
    }
}
