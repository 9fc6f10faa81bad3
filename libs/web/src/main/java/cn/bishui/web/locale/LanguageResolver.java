package cn.bishui.web.locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Chinese unless the reader asked for English: by {@code ?lang=en}, by the cookie {@code lang} that remembers it, or,
 * for programs, which have neither, by {@code Accept-Language}. Works before and outside the dispatcher servlet too.
 */
public final class LanguageResolver implements LocaleContextResolver {

    /** Name of the query parameter and of the cookie. */
    public static final String NAME = "lang";

    /** What is spoken when nobody says otherwise. */
    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

    private static final String ATTRIBUTE = LanguageResolver.class.getName();
    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final TimeZone zone;

    LanguageResolver(TimeZone zone) {
        this.zone = zone;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Locale known) {
            return known;
        }
        Locale locale = asked(request);
        if (locale == null) {
            Cookie cookie = WebUtils.getCookie(request, NAME);
            locale = cookie == null ? null : spoken(cookie.getValue());
        }
        if (locale == null) {
            locale = acceptedByProgram(request);
        }
        request.setAttribute(ATTRIBUTE, locale);
        return locale;
    }

    /** The language the address asks for, null where it asks for none or for one that is not spoken here. */
    static @Nullable Locale asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(NAME + "=")) {
            return null;
        }
        return spoken(UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(NAME));
    }

    private static @Nullable Locale spoken(@Nullable String tag) {
        return switch (tag) {
            case "zh" -> DEFAULT;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }

    private static Locale acceptedByProgram(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        boolean browser = (accept != null && accept.contains("text/html"))
                || request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("HX-Request") != null;
        if (languages == null || browser) {
            return DEFAULT;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(languages), SPOKEN);
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : DEFAULT;
        } catch (IllegalArgumentException _) {
            return DEFAULT;
        }
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(resolveLocale(request), zone);
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        Locale wanted = context == null ? null : context.getLocale();
        Locale locale = Locale.ENGLISH.equals(wanted) ? Locale.ENGLISH : DEFAULT;
        request.setAttribute(ATTRIBUTE, locale);
        if (response != null) {
            remember(request, response, locale);
        }
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, locale.getLanguage())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
