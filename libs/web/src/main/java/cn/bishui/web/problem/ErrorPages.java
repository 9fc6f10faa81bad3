package cn.bishui.web.problem;

import cn.bishui.web.Public;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what the container dispatches as an error: refusals of the security filters, and failures in filters. */
@Controller
@Public
final class ErrorPages implements ErrorController {

    /** Request attribute with a {@link Failure} that is already put into words. */
    static final String FAILURE = Failure.class.getName();

    private final FailureResponses responses;

    ErrorPages(FailureResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Failure failure = failure(request);
        if (responses.wantsProblem(request)) {
            responses.writeProblem(request, response, failure);
            return null;
        }
        return FailureResolver.page(failure, request);
    }

    private Failure failure(HttpServletRequest request) {
        if (request.getAttribute(FAILURE) instanceof Failure told) {
            return told;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            return responses.failure(cause, request);
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return responses.failure(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, request);
    }
}
