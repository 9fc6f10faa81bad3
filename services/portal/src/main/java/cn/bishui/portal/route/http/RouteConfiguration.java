package cn.bishui.portal.route.http;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.bishui.portal.PortalSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The routes. A service's pages get the signed-in person's token, its API the token the caller brought, and what
 * everybody may read gets none.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /** What the portal answers itself: no route may take it, not even the one for everything else. */
    private static final List<String> OWN = List.of(
            PortalSettings.DESK + "/**",
            "/login/**",
            "/logout/**",
            "/oauth2/**",
            "/assets/**",
            "/webjars/**",
            "/favicon.ico",
            "/actuator/**",
            "/error",
            "/api/**");

    /** As many as there may be readers at the same moment; a connection is taken back when its answer is through. */
    private static final int CONNECTIONS = 1024;

    private static final Timeout CONNECTION_WAIT = Timeout.ofSeconds(5);
    private static final TimeValue TRUSTED_WHILE_IDLE = TimeValue.ofSeconds(2);

    @Bean
    RouterFunction<ServerResponse> routes(PortalSettings settings, OAuth2AuthorizedClientManager clients) {
        Map<String, String> services = settings.services();
        var routes = new ArrayList<RouterFunction<ServerResponse>>();
        var token = new RelayedToken(clients);
        services.forEach((name, address) -> {
            routes.add(to(name, address, path("/api/" + name + "/**")).build());
            routes.add(to(name, address, path("/" + name + "/**").or(path("/" + name + ".csv")))
                    .filter(token)
                    .build());
        });
        addOpen(
                routes,
                services,
                "monitoring",
                path("/open/v1/judge/**").or(path("/judge")).or(path("/judge/**")));
        // other platforms may bring a token there, which says who they are
        String hotline = services.get("complaints");
        if (hotline != null) {
            routes.add(to("complaints", hotline, path("/12369/api/**")).build());
        }
        addOpen(
                routes,
                services,
                "complaints",
                path("/12369/**").and(path("/12369/api/**").negate()));
        addOpen(routes, services, "disclosure", everythingElse());
        return routes.stream().reduce(RouterFunction::and).orElseThrow();
    }

    private static void addOpen(
            List<RouterFunction<ServerResponse>> routes,
            Map<String, String> services,
            String name,
            RequestPredicate predicate) {
        String address = services.get(name);
        if (address != null) {
            routes.add(to(name, address, predicate)
                    .before(removeRequestHeader(HttpHeaders.AUTHORIZATION))
                    .build());
        }
    }

    private static RouterFunctions.Builder to(String name, String address, RequestPredicate predicate) {
        return route(name).route(predicate, http()).before(uri(address)).filter(new ServiceDown(name));
    }

    private static RequestPredicate everythingElse() {
        return OWN.stream()
                .flatMap(pattern -> Stream.of(path(pattern)))
                .reduce(RequestPredicate::or)
                .orElseThrow()
                .negate();
    }

    /**
     * A client that hands on what it gets, as it gets it. Its time-outs count silence, not the length of an upload, which
     * is why it is this one and not the JDK's.
     */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(
                        client -> client.disableContentCompression().disableCookieManagement())
                .withConnectionManagerCustomizer(
                        pool -> pool.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(4 * CONNECTIONS))
                .withConnectionConfigCustomizer(connection -> connection.setValidateAfterInactivity(TRUSTED_WHILE_IDLE))
                .withDefaultRequestConfigCustomizer(request ->
                        request.setConnectionRequestTimeout(CONNECTION_WAIT).setProtocolUpgradeEnabled(false));
    }
}
