package cn.bishui.portal.signin.web;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

import cn.bishui.portal.PortalSettings;
import cn.bishui.web.WebProperties;
import cn.bishui.web.access.SecurityHeaders;
import cn.bishui.web.problem.FailureResponses;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Two doors. Behind the first are the pages of people who sign in: it keeps a session. Through the second everybody may
 * go, and no session is looked at: public pages work while Keycloak is down, and an API is asked with a token.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** Programs call these, with a token or with none: no browser adds anything to such a call by itself. */
    private static final RequestMatcher FOR_PROGRAMS = anyOf(List.of("/api/**", "/open/**", "/12369/api/**"));

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain people(
            HttpSecurity http,
            PortalSettings settings,
            WebProperties web,
            FailureResponses responses,
            ClientRegistrationRepository registrations,
            OidcBackChannelLogoutHandler backChannel,
            LocaleResolver locales,
            @Value("${server.servlet.session.cookie.name}") String sessionCookie) {
        HttpSessionRequestCache cache = wantedPages();
        http.securityMatcher(anyOf(peoplesPages(settings)))
                .headers(SecurityHeaders.of(web))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOrigin(settings.publicUrl(), responses), CsrfFilter.class)
                .requestCache(requests -> requests.requestCache(cache))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD)
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SendToSignIn(responses, cache))
                        .accessDeniedHandler((request, response, cause) ->
                                responses.answer(request, response, HttpStatus.FORBIDDEN)))
                .oauth2Login(login -> login.loginPage(SendToSignIn.START)
                        .defaultSuccessUrl(PortalSettings.DESK)
                        .failureHandler(new SignInFailed(responses))
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestResolver(new InReadersLanguage(registrations, locales))))
                .logout(logout -> logout.logoutRequestMatcher(PATHS.matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessHandler(signedOut(registrations, settings))
                        .deleteCookies(sessionCookie))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannel)));
        return http.build();
    }

    @Bean
    SecurityFilterChain everybody(
            HttpSecurity http, PortalSettings settings, WebProperties web, FailureResponses responses) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders.of(web))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOrigin(settings.publicUrl(), responses, FOR_PROGRAMS), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** Remembers the page a person wanted before signing in, and only pages. */
    @SuppressWarnings("NullAway") // null is how the cache is told to add no parameter to the address
    private static HttpSessionRequestCache wantedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SendToSignIn::opensPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static List<String> peoplesPages(PortalSettings settings) {
        return Stream.concat(
                        Stream.of("/desk/**", "/login/**", "/logout/**", "/oauth2/**", "/error"),
                        settings.services().keySet().stream()
                                .flatMap(service -> Stream.of("/" + service + "/**", "/" + service + ".csv")))
                .toList();
    }

    private static RequestMatcher anyOf(List<String> patterns) {
        return new OrRequestMatcher(
                patterns.stream().<RequestMatcher>map(PATHS::matcher).toList());
    }

    private static LogoutSuccessHandler signedOut(ClientRegistrationRepository registrations, PortalSettings settings) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(settings.publicUrl() + "/");
        handler.setDefaultTargetUrl("/");
        return handler;
    }

    /** Keycloak's word that a person signed out elsewhere ends the session here, by a request to ourselves. */
    @Bean
    OidcBackChannelLogoutHandler backChannelLogout(
            OidcSessionRegistry sessions,
            @Value("${server.port}") int port,
            @Value("${server.servlet.session.cookie.name}") String sessionCookie) {
        var handler = new OidcBackChannelLogoutHandler(sessions);
        handler.setLogoutUri("http://localhost:" + port + "/logout/connect/back-channel/{registrationId}");
        handler.setSessionCookieName(sessionCookie);
        return handler;
    }

    @Bean
    OidcSessionRegistry signedInSessions() {
        return new InMemoryOidcSessionRegistry();
    }

    /** Tells the registry above of sessions that end. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    @Bean
    RealmRoles realmRoles() {
        return new RealmRoles();
    }
}
