package cn.bishui.web.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * The rows of a list.
 *
 * @param select a whole query but for its order, with named parameters
 * @param parameters value by name
 * @param sorts SQL expression by the key by which a reader may sort
 * @param order the list's own order, also the tie-breaker: it names every row's place, as {@code granted_on desc, id}
 * @param read makes a row of what the database gives
 */
public record ListQuery<R>(
        String select, Map<String, ?> parameters, Map<String, String> sorts, String order, Read<R> read) {

    /** Makes a row. */
    @FunctionalInterface
    public interface Read<R> {
        R of(ResultSet row) throws SQLException;
    }
}
