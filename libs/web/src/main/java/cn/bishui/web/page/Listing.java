package cn.bishui.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list, as tables show it.
 *
 * @param rows this page's rows, in order
 * @param total rows on all pages
 * @param request what was asked for
 */
public record Listing<T>(List<T> rows, long total, ListRequest request) {

    public Listing {
        rows = List.copyOf(rows);
    }

    /** Number of pages, at least 1. */
    public long pages() {
        return Math.max(1, (total + request.size() - 1) / request.size());
    }

    /** Number of this page's first row, 0 where there is none. */
    public long from() {
        return rows.isEmpty() ? 0 : request.offset() + 1;
    }

    /** Number of this page's last row. */
    public long to() {
        return rows.isEmpty() ? 0 : request.offset() + rows.size();
    }

    /** Whether there is a page before this one. */
    public boolean hasPrevious() {
        return request.page() > 1;
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return request.page() < pages();
    }

    /** {@code ascending} or {@code descending} for the column the list is sorted by, null for the others. */
    public @Nullable String sorted(String column) {
        if (!column.equals(request.sort())) {
            return null;
        }
        return request.descending() ? "descending" : "ascending";
    }

    /** What {@code sort} is to say when the reader clicks a column's head: up first, then down. */
    public String nextSort(String column) {
        return "ascending".equals(sorted(column)) ? "-" + column : column;
    }
}
