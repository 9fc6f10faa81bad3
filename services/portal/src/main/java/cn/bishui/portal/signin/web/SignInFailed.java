package cn.bishui.portal.signin.web;

import cn.bishui.web.Unavailable;
import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.ResourceAccessException;

/** A page with a button to try again, for a sign-in that was cut short, came back twice or met a silent Keycloak. */
final class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final FailureResponses responses;

    SignInFailed(FailureResponses responses) {
        this.responses = responses;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        log.info("a sign-in failed: {}", cause.getMessage());
        if (unreachable(cause)) {
            responses.answer(request, response, new Unavailable(KeycloakConfiguration.REGISTRATION, cause));
        } else {
            responses.answer(request, response, HttpStatus.UNAUTHORIZED);
        }
    }

    private static boolean unreachable(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ResourceAccessException) {
                return true;
            }
        }
        return false;
    }
}
