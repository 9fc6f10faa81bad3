package cn.bishui.web.access;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets no service start that has an endpoint of ours which neither names a role nor is marked public. */
final class EndpointRoles implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;

    EndpointRoles(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = mapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("cn.bishui."))
                .filter(handler -> !PublicHandlers.isPublic(handler) && !namesRole(handler))
                .map(HandlerMethod::getShortLogMessage)
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("neither @PreAuthorize nor @Public on " + String.join(", ", open));
        }
    }

    private static boolean namesRole(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
    }
}
