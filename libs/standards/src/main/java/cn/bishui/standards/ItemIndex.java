package cn.bishui.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the rows of a table by any code, symbol or name of their items.
 *
 * @param <T> a row
 */
public final class ItemIndex<T> {

    private final Map<String, T> byName = new HashMap<>();
    private final Function<T, Item> item;

    /**
     * Indexes rows. Of rows that share a name the first is found.
     *
     * @param item what a row limits
     */
    public ItemIndex(List<T> rows, Function<T, Item> item) {
        this.item = item;
        for (T row : rows) {
            item.apply(row).names().forEach(name -> byName.putIfAbsent(name, row));
        }
    }

    /** The row of a code, symbol or name. */
    public Optional<T> find(String name) {
        T row = byName.get(Item.plain(name));
        return Optional.ofNullable(row == null ? byName.get(Item.bare(name)) : row);
    }

    /**
     * Values with the rows they belong to.
     *
     * @param values in the order of the input
     * @param unknown names that no row has
     */
    public record Matched<T>(Map<T, Measured> values, List<String> unknown) {}

    /**
     * Gives values to the rows they belong to.
     *
     * @throws IllegalArgumentException if two of the names mean the same item
     */
    public Matched<T> match(Map<String, Measured> values) {
        Map<T, Measured> matched = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        values.forEach((name, measured) -> find(name)
                .ifPresentOrElse(
                        row -> {
                            if (matched.put(row, measured) != null) {
                                throw new IllegalArgumentException("There are two values of "
                                        + item.apply(row).zh());
                            }
                        },
                        () -> unknown.add(name)));
        return new Matched<>(matched, List.copyOf(unknown));
    }
}
