package cn.bishui.portal.route.http;

import cn.bishui.web.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says which service does not answer, where it does not. */
final class ServiceDown implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(ServiceDown.class);

    private final String service;

    ServiceDown(String service) {
        this.service = service;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException cause) {
            log.warn("{} does not answer {} {}: {}", service, request.method(), request.path(), cause.getMessage());
            throw new Unavailable(service, cause);
        }
    }
}
