package cn.bishui.portal.signin.web;

import cn.bishui.portal.PortalSettings;
import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Sends people to sign in, and back to the page they wanted: a page by a redirect, a fragment by telling htmx to open the
 * page it is on anew; programs hear 401. A session whose sign-in is over is ended first.
 */
final class SendToSignIn implements AuthenticationEntryPoint {

    /** Where signing in begins. */
    static final String START = "/oauth2/authorization/" + KeycloakConfiguration.REGISTRATION;

    private final FailureResponses responses;
    private final RequestCache cache;

    SendToSignIn(FailureResponses responses, RequestCache cache) {
        this.responses = responses;
        this.cache = cache;
    }

    /** Whether a browser asks for a page it will show by itself, to which a person can be sent back. */
    static boolean opensPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !fragment(request)
                && accept(request).contains("text/html");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof CredentialsExpiredException) {
            end(request.getSession(false));
            cache.saveRequest(request, response);
        }
        if (fragment(request)) {
            response.setHeader("HX-Redirect", page(request));
            responses.answer(request, response, HttpStatus.UNAUTHORIZED);
        } else if (navigates(request)) {
            response.sendRedirect(START);
        } else {
            responses.answer(request, response, HttpStatus.UNAUTHORIZED);
        }
    }

    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException _) {
                // another request of the same page has ended it
            }
        }
    }

    private static boolean fragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Whether what is answered will fill the window, as far as the request tells. */
    private static boolean navigates(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = accept(request);
        return (mode == null || mode.equals("navigate")) && (accept.contains("text/html") || accept.startsWith("*/*"));
    }

    private static String accept(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "*/*");
    }

    /** Path of the page that htmx is on; the desk where it says none. */
    private static String page(HttpServletRequest request) {
        try {
            URI current = new URI(String.valueOf(request.getHeader("HX-Current-URL")));
            String path = current.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return PortalSettings.DESK;
            }
            return current.getRawQuery() == null ? path : path + "?" + current.getRawQuery();
        } catch (URISyntaxException _) {
            return PortalSettings.DESK;
        }
    }
}
