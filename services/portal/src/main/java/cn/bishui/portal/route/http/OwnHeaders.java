package cn.bishui.portal.route.http;

import cn.bishui.portal.PortalSettings;
import cn.bishui.web.locale.LanguageResolver;
import jakarta.servlet.http.Cookie;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells services the address the browser knows, and lets nothing of the sort through that a client says itself: whom a
 * request is for, only trusted proxies may say. Of the cookies only the reader's language goes along.
 */
@Component
final class OwnHeaders implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> DROPPED = Set.of("cookie", "forwarded", "expect", "upgrade");
    private static final String FORWARDED = "x-forwarded-";
    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final PortalSettings settings;
    private final Callers callers;

    OwnHeaders(PortalSettings settings, Callers callers) {
        this.settings = settings;
        this.callers = callers;
    }

    @Override
    public HttpHeaders apply(HttpHeaders said, ServerRequest request) {
        HttpHeaders told = new HttpHeaders();
        said.forEach((name, values) -> {
            String known = name.toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(known) && !known.startsWith(FORWARDED)) {
                told.addAll(name, values);
            }
        });
        told.set("X-Forwarded-Proto", settings.publicUrl().getScheme());
        told.set("X-Forwarded-Host", settings.publicUrl().getAuthority());
        told.set("X-Forwarded-Port", Integer.toString(settings.publicPort()));
        request.remoteAddress()
                .map(InetSocketAddress::getAddress)
                .ifPresent(peer -> told.set(
                        "X-Forwarded-For",
                        callers.of(peer, request.headers().asHttpHeaders().getOrEmpty("X-Forwarded-For"))));
        Cookie language = request.cookies().getFirst(LanguageResolver.NAME);
        if (language != null && LANGUAGES.contains(language.getValue())) {
            told.set(HttpHeaders.COOKIE, LanguageResolver.NAME + "=" + language.getValue());
        }
        return told;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
