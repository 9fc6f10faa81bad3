package cn.bishui.disclosure.publication.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a public page once per edition and sends everybody the same bytes: a thousand readers cost what one costs, and a
 * new exceedance is seen with the next request. Browsers keep a page and ask whether it is still the one (ETag).
 */
@Component
final class PublicPageFilter extends OncePerRequestFilter {

    /** Pages that everybody sees the same way; downloads are streamed and not kept. */
    private static final Pattern PUBLIC = Pattern.compile(
            "/|/(exceedances|cards|units|anchors|drinking-water|statistics/complaints)|/units/[0-9A-Za-z]+|/open/v1/[a-z./-]+(?<!\\.csv)");

    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST_QUERY = 300;

    private final CurrentEdition current;
    private final LocaleResolver locales;
    private final Clock clock;
    private final PublicPages pages = new PublicPages();

    PublicPageFilter(CurrentEdition current, LocaleResolver locales, Clock clock) {
        this.current = current;
        this.locales = locales;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !HttpMethod.GET.matches(request.getMethod())
                || !PUBLIC.matcher(request.getRequestURI()).matches()
                || (query != null && query.length() > LONGEST_QUERY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale locale = locales.resolveLocale(request);
        // pages say "today": with the day everything is made anew
        String edition = current.get().number() + "/" + LocalDate.now(clock);
        PublicPages.Slot slot = pages.slot(locale.getLanguage() + " " + request.getRequestURI() + "?"
                + request.getQueryString() + " " + accepted(request));
        PublicPages.Made page = slot.of(edition);
        if (page == null) {
            slot.making.lock();
            try {
                page = slot.of(edition);
                if (page == null) {
                    make(slot, edition, request, response, chain);
                    return;
                }
            } finally {
                slot.making.unlock();
            }
        }
        send(page, locale, request, response);
    }

    /** The same address answers GeoJSON in the type that was asked for. */
    private static String accepted(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".geojson")
                ? Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                : "";
    }

    private void make(
            PublicPages.Slot slot,
            String edition,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper wrapped = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, wrapped);
        String type = wrapped.getContentType();
        if (wrapped.getStatus() != HttpServletResponse.SC_OK || type == null) {
            wrapped.copyBodyToResponse();
            return;
        }
        PublicPages.Made made = new PublicPages.Made(edition, type, wrapped.getContentAsByteArray());
        if (made.length(false) <= LARGEST) {
            slot.made = made;
        }
        send(made, locales.resolveLocale(request), request, response);
    }

    private static void send(
            PublicPages.Made page, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.ETAG, page.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language, Accept, Accept-Encoding");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(page.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(page.contentType());
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean zip = accepted != null && accepted.contains("gzip");
        if (zip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(page.length(zip));
        page.writeTo(response.getOutputStream(), zip);
    }
}
