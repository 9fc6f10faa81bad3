package cn.bishui.disclosure.open.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a reader of open data stopped: the sort key of the last item, in a form that fits into an address. */
final class Cursor {

    private static final String PARAMETER = "after";
    private static final String SEPARATOR = "|";

    private Cursor() {}

    /**
     * The place that a reader names.
     *
     * @param parts how many parts the key has
     * @throws BindException naming the parameter, where the text is no such place
     */
    static <P> @Nullable P read(@Nullable String text, int parts, Function<List<String>, P> place)
            throws BindException {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return place.apply(List.of(key.split("\\" + SEPARATOR, parts)));
        } catch (RuntimeException e) {
            throw Asked.wrongly(PARAMETER, "open.after");
        }
    }

    /** The address of the page that follows the item with this key, with the query's other parameters kept. */
    static String next(String path, Map<String, ? extends @Nullable Object> parameters, Object... key) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        String joined = String.join(
                SEPARATOR, List.of(key).stream().map(Object::toString).toList());
        return address.queryParam(
                        PARAMETER,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8)))
                .encode()
                .buildAndExpand(parameters)
                .toUriString();
    }
}
