package cn.bishui.web.page;

import cn.bishui.web.Person;
import cn.bishui.web.TodoItem;
import cn.bishui.web.WebProperties;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriUtils;

/** What the frame around every page needs to know of the reader and of the address; {@code #shell} in templates. */
public final class Shell {

    private final WebProperties properties;
    private final HttpServletRequest request;
    private final Locale locale;
    private final String service;

    Shell(WebProperties properties, String service, HttpServletRequest request, Locale locale) {
        this.properties = properties;
        this.service = service;
        this.request = request;
        this.locale = locale;
    }

    /** The signed-in person, null for an anonymous reader. */
    public @Nullable Person person() {
        return Person.of(SecurityContextHolder.getContext().getAuthentication()).orElse(null);
    }

    /** The signed-in person's bureau by name, empty for an anonymous reader. */
    public String bureau() {
        Person person = person();
        return person == null ? "" : person.bureauName(locale);
    }

    /** The services the signed-in person works in, in the order of the navigation. */
    public List<String> services() {
        Person person = person();
        return person == null
                ? List.of()
                : properties.services().stream().filter(person::worksIn).toList();
    }

    /** The pages of this service that the person may see. */
    public List<WebProperties.Page> pages() {
        Person person = person();
        return person == null
                ? List.of()
                : properties.pages().stream()
                        .filter(page -> person.hasAnyOf(page.roles()))
                        .toList();
    }

    /** Whether the reader is somewhere in a service's pages. */
    public boolean in(String otherService) {
        return service.equals(otherService) || at("/" + otherService);
    }

    /** Whether the address is the path or lies below it. */
    public boolean at(String path) {
        String here = path();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** The navigation's entry that fits the address best, null where none does. */
    public @Nullable String currentPage() {
        return properties.pages().stream()
                .map(WebProperties.Page::href)
                .filter(this::at)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** The path the reader asked for, without query. */
    public String path() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }

    /** {@code zh-CN} or {@code en}, for the page's {@code lang}. */
    public String htmlLang() {
        return english() ? "en" : "zh-CN";
    }

    /** Whether the reader reads English. */
    public boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** This address in the other language. */
    public String otherLanguageUrl() {
        return with("lang", english() ? "zh" : "en");
    }

    /** This address with one query parameter set; the page number starts again when anything else changes. */
    public String with(String name, @Nullable Object value) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        String asked = request.getQueryString();
        if (asked != null) {
            for (String pair : asked.split("&", -1)) {
                String key = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='));
                boolean startsAgain = key.equals("page") && !name.equals("lang");
                if (!key.isEmpty() && !key.equals(name) && !startsAgain) {
                    query.add(pair);
                }
            }
        }
        if (value != null && !value.toString().isEmpty()) {
            query.add(name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return path() + query;
    }

    /** Another path with this address's query: the download of what the reader sees, in the same order. */
    public String sameQuery(String otherPath) {
        String asked = request.getQueryString();
        return asked == null ? otherPath : otherPath + "?" + asked;
    }

    /** The query parameters of the address but the named ones, for hidden fields of a filter form. */
    public Map<String, String> queryWithout(List<String> names) {
        Map<String, String> kept = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name) && !name.equals("page") && !name.equals("lang") && values.length > 0) {
                kept.put(name, values[0]);
            }
        });
        return kept;
    }

    /** Whether htmx asked, which wants a fragment rather than a page. */
    public boolean fragmentWanted() {
        return "true".equals(request.getHeader("HX-Request")) && request.getHeader("HX-Boosted") == null;
    }

    /** URL template of map tiles, null where maps have none. */
    public @Nullable String tiles() {
        return properties.tiles();
    }

    /** Items by heading, the most pressing first within each; headings without items are left out. */
    public Map<Due.Group, List<TodoItem>> grouped(List<TodoItem> items, LocalDate today) {
        Map<Due.Group, List<TodoItem>> groups = new LinkedHashMap<>();
        for (Due.Group group : Due.Group.values()) {
            List<TodoItem> members = new ArrayList<>(items.stream()
                    .filter(item -> group(item, today) == group)
                    .sorted(Comparator.comparing(TodoItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList());
            if (!members.isEmpty()) {
                groups.put(group, members);
            }
        }
        return groups;
    }

    private static Due.Group group(TodoItem item, LocalDate today) {
        LocalDate due = item.due();
        return due == null ? Due.Group.LATER : new Due(due, today).group();
    }
}
