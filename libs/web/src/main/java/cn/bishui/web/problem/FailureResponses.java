package cn.bishui.web.problem;

import cn.bishui.web.WebProperties;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a failure in the form the caller can use: a problem detail (RFC 9457) for programs, a page for people,
 * a fragment for htmx.
 */
public final class FailureResponses {

    private final Failures failures;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final List<PathPattern> problemPaths;

    FailureResponses(Failures failures, LocaleResolver locales, JsonMapper json, WebProperties properties) {
        this.failures = failures;
        this.locales = locales;
        this.json = json;
        this.problemPaths = properties.problemPaths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** Matches requests that want problem details. */
    public RequestMatcher wantsProblem() {
        return this::wantsProblem;
    }

    boolean wantsProblem(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(originalPath(request));
        return problemPaths.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** The path the caller asked for, also while an error is being dispatched. */
    static String originalPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }

    /** What an exception means to this reader. */
    Failure failure(Throwable cause, HttpServletRequest request) {
        return failures.of(cause, locales.resolveLocale(request));
    }

    /** What a status means to this reader. */
    Failure failure(HttpStatus status, HttpServletRequest request) {
        return failures.of(status, locales.resolveLocale(request));
    }

    /**
     * Answers from outside the controllers, as a filter does: a problem detail at once, a page by way of the container's
     * error dispatch.
     *
     * @throws IOException where the caller is gone
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (wantsProblem(request)) {
            writeProblem(request, response, failure(status, request));
        } else {
            response.sendError(status.value());
        }
    }

    /**
     * As {@link #answer(HttpServletRequest, HttpServletResponse, HttpStatus)}, with the words for an exception.
     *
     * @throws IOException where the caller is gone
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Failure failure = failure(cause, request);
        if (wantsProblem(request)) {
            writeProblem(request, response, failure);
        } else {
            request.setAttribute(ErrorPages.FAILURE, failure);
            response.sendError(failure.status().value());
        }
    }

    void writeProblem(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:bishui:problem:" + failure.code());
        problem.put("title", failure.title());
        problem.put("status", failure.status().value());
        problem.put("detail", failure.detail());
        problem.put("instance", originalPath(request));
        problem.put("code", failure.code());
        if (!failure.fields().isEmpty()) {
            problem.put("errors", failure.fields());
        }
        response.resetBuffer();
        response.setStatus(failure.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locales.resolveLocale(request).toLanguageTag());
        if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
