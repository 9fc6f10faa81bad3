package cn.bishui.web.access;

import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says 401 to callers without a valid token, 403 to those without the role, 503 while the login server's keys are out of reach. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final FailureResponses responses;

    Refusals(FailureResponses responses) {
        this.responses = responses;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            responses.answer(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                cause instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
        responses.answer(request, response, HttpStatus.UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        responses.answer(request, response, HttpStatus.FORBIDDEN);
    }
}
