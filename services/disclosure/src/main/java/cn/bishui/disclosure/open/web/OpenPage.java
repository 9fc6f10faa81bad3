package cn.bishui.disclosure.open.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of open data. */
record OpenPage<T>(
        List<T> items,

        @Schema(
                description =
                        "URL reference of the next page, relative to this service's address; null on the last page",
                example = "/open/v1/exceedances?limit=100&after=MjAyNi0xMS0yM3xhYmM",
                nullable = true)
        @Nullable
        String next) {

    /**
     * Makes a page of the rows, of which one more than the limit was asked for to learn whether others follow.
     *
     * @param next URL of the page that follows the last row of this one
     */
    static <R, T> OpenPage<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> next) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new OpenPage<>(
                shown.stream().map(view).toList(), rows.size() > limit ? next.apply(shown.getLast()) : null);
    }
}
