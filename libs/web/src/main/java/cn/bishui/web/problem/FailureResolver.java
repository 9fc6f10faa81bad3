package cn.bishui.web.problem;

import cn.bishui.contracts.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what a controller throws, after the controller's own handlers had their turn. What the security filters must
 * see goes on to them.
 */
final class FailureResolver implements HandlerExceptionResolver {

    private final FailureResponses responses;

    FailureResolver(FailureResponses responses) {
        this.responses = responses;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception cause) {
        if (cause instanceof AccessDeniedException
                || cause instanceof AuthenticationException
                || cause instanceof AsyncRequestNotUsableException
                || cause instanceof ClientAbortException
                || response.isCommitted()) {
            return null;
        }
        if (cause instanceof HttpRequestMethodNotSupportedException unsupported
                && unsupported.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", unsupported.getSupportedMethods()));
        }
        if (cause instanceof RuleBroken broken) {
            broken.retryAfter()
                    .ifPresent(wait -> response.setHeader(
                            "Retry-After",
                            Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))));
        }
        Failure failure = responses.failure(cause, request);
        if (!responses.wantsProblem(request)) {
            return page(failure, request);
        }
        try {
            responses.writeProblem(request, response, failure);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static ModelAndView page(Failure failure, HttpServletRequest request) {
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        return new ModelAndView(
                fragment ? "bishui/error :: fragment" : "bishui/error",
                Map.of("failure", failure, "retry", FailureResponses.originalPath(request)),
                failure.status());
    }
}
