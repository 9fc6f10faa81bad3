package cn.bishui.portal.signin.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.problem.FailureResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody else's page do anything here (CSRF): what is not mere reading must come from our own pages. Browsers say so
 * in {@code Sec-Fetch-Site}, older ones and those on plain HTTP in {@code Origin}; pages cannot forge either.
 */
final class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String origin;
    private final FailureResponses responses;
    private final RequestMatcher exempt;

    SameOrigin(URI publicUrl, FailureResponses responses) {
        this(publicUrl, responses, request -> false);
    }

    SameOrigin(URI publicUrl, FailureResponses responses, RequestMatcher exempt) {
        this.origin = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        this.responses = responses;
        this.exempt = exempt;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || exempt.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ours(request)) {
            chain.doFilter(request, response);
        } else {
            responses.answer(request, response, RuleBroken.forbidden("portal.cross-site"));
        }
    }

    private boolean ours(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }
}
