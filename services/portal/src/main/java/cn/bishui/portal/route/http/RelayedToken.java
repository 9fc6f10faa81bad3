package cn.bishui.portal.route.http;

import cn.bishui.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends the signed-in person's token along, a fresh one where the old one is about to end. Where Keycloak gives none any
 * more, the sign-in is over: {@link CredentialsExpiredException} says so to the security filters.
 */
final class RelayedToken implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final OAuth2AuthorizedClientManager clients;

    RelayedToken(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        String token = token(SecurityContextHolder.getContext().getAuthentication());
        return next.handle(ServerRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build());
    }

    private String token(@Nullable Authentication person) {
        if (!(person instanceof OAuth2AuthenticationToken signedIn)) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        OAuth2AuthorizedClient client =
                fresh(OAuth2AuthorizeRequest.withClientRegistrationId(signedIn.getAuthorizedClientRegistrationId())
                        .principal(signedIn)
                        .build());
        if (client == null) {
            throw new CredentialsExpiredException("the session has no token");
        }
        return client.getAccessToken().getTokenValue();
    }

    private @Nullable OAuth2AuthorizedClient fresh(OAuth2AuthorizeRequest request) {
        try {
            return clients.authorize(request);
        } catch (ClientAuthorizationException refused) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
                throw new CredentialsExpiredException("Keycloak has ended the sign-in", refused);
            }
            throw new Unavailable("keycloak", refused);
        } catch (IllegalStateException ended) {
            // another request of the same page found out first, and the session is gone
            throw new CredentialsExpiredException("the session has ended", ended);
        }
    }
}
