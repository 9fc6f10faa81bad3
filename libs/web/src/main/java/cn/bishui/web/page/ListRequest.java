package cn.bishui.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list the reader wants, from the address: {@code ?page=2&size=50&sort=-granted}. A controller method
 * takes it as an argument.
 *
 * @param page from 1
 * @param size rows a page, 10 to 200
 * @param sort a column's key, null for the list's own order
 * @param descending whether the largest come first
 */
public record ListRequest(int page, int size, @Nullable String sort, boolean descending) {

    /** Rows a page when the address says nothing. */
    public static final int DEFAULT_SIZE = 25;

    private static final int LAST_PAGE = 100_000;

    public ListRequest {
        page = Math.clamp(page, 1, LAST_PAGE);
        size = Math.clamp(size, 10, 200);
    }

    /** The first page in the list's own order. */
    public static ListRequest first() {
        return new ListRequest(1, DEFAULT_SIZE, null, false);
    }

    /** Reads {@code page}, {@code size} and {@code sort}, whatever nonsense they hold. */
    public static ListRequest of(@Nullable String page, @Nullable String size, @Nullable String sort) {
        String key = sort == null ? "" : sort.strip();
        boolean descending = key.startsWith("-");
        if (descending) {
            key = key.substring(1);
        }
        return new ListRequest(number(page, 1), number(size, DEFAULT_SIZE), key.isEmpty() ? null : key, descending);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /** Rows to skip, for SQL's {@code offset}. */
    public long offset() {
        return (page - 1L) * size;
    }

    /**
     * An {@code order by} clause's content, safe to put into SQL since only the map's own values get there.
     *
     * @param columns SQL expression by the key that the address may name
     * @param otherwise the list's own order, also the tie-breaker, as {@code granted_on desc, id}
     */
    public String orderBy(Map<String, String> columns, String otherwise) {
        String column = sort == null ? null : columns.get(sort);
        return column == null
                ? otherwise
                : column + (descending ? " desc nulls last, " : " asc nulls last, ") + otherwise;
    }
}
