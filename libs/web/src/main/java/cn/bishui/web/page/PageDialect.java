package cn.bishui.web.page;

import cn.bishui.web.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Puts {@code #fmt} ({@link Formats}) and {@code #shell} ({@link Shell}) at every template's hand. */
final class PageDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String FORMATS = "fmt";
    private static final String SHELL = "shell";

    private final Clock clock;
    private final MessageSource messages;
    private final WebProperties properties;
    private final String service;

    PageDialect(Clock clock, MessageSource messages, WebProperties properties, String service) {
        super("bishui");
        this.clock = clock;
        this.messages = messages;
        this.properties = properties;
        this.service = service;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(FORMATS, SHELL);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return switch (name) {
            case FORMATS -> new Formats(clock, messages, context.getLocale());
            case SHELL -> new Shell(properties, service, request(), context.getLocale());
            default -> null;
        };
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
