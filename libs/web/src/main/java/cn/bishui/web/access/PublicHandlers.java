package cn.bishui.web.access;

import cn.bishui.web.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Matches requests that end in a controller method marked {@link Public}, by asking the mapping itself. */
final class PublicHandlers implements RequestMatcher {

    private final RequestMappingHandlerMapping mapping;

    PublicHandlers(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    static boolean isPublic(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Public.class);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        try {
            HttpServletRequest aside = new OwnAttributes(request);
            ServletRequestPathUtils.parseAndCache(aside);
            HandlerExecutionChain chain = mapping.getHandler(aside);
            return chain != null && chain.getHandler() instanceof HandlerMethod handler && isPublic(handler);
        } catch (Exception noSuchHandler) {
            return false;
        }
    }

    /** Keeps what the mapping notes about the look-up away from the real request. */
    private static final class OwnAttributes extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> own = new HashMap<>();

        OwnAttributes(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return own.containsKey(name) ? own.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            own.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            own.put(name, null);
        }
    }
}
