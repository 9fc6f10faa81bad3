package cn.bishui.portal.signin.web;

import cn.bishui.portal.PortalSettings;
import java.util.Map;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** How the portal talks to Keycloak. Nothing is asked of it before somebody signs in, so the portal starts without it. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    static final String REGISTRATION = "keycloak";

    private static final String PROTOCOL = "/protocol/openid-connect";

    @Bean
    ClientRegistrationRepository registrations(PortalSettings settings) {
        String browser = settings.issuer() + PROTOCOL;
        String inside = settings.keycloak() + PROTOCOL;
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("portal")
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicUrl() + "/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(browser + "/auth")
                .tokenUri(inside + "/token")
                .jwkSetUri(inside + "/certs")
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", browser + "/logout"))
                .build());
    }

    /** In the session, so that a token ends with it and two sessions of one person keep apart. */
    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForTokens(
            ClientHttpRequestFactoryBuilder<?> requests, HttpClientSettings limits) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(restClient(requests, limits));
        return client;
    }

    @Bean
    OAuth2AuthorizedClientManager clients(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository tokens,
            ApplicationEventPublisher events,
            ClientHttpRequestFactoryBuilder<?> requests,
            HttpClientSettings limits) {
        var renewal = new RestClientRefreshTokenTokenResponseClient();
        renewal.setRestClient(restClient(requests, limits));
        var provider = new RefreshTokenOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(renewal);
        // a new token tells new roles: the session learns them by this event
        provider.setApplicationEventPublisher(events);
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(provider);
        // by default a page's parameter `scope` would be asked of Keycloak
        manager.setContextAttributesMapper(request -> Map.of());
        return manager;
    }

    /** As the token clients make their own, with limits of time. */
    private static RestClient restClient(ClientHttpRequestFactoryBuilder<?> requests, HttpClientSettings limits) {
        return RestClient.builder()
                .requestFactory(requests.build(limits))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
