package cn.bishui.hj212;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between two semicolons of the data: one or more parts that belong together (HJ 212-2017 6.3.3).
 *
 * @param fields at least one
 */
public record Item(List<Field> fields) {

    /** Copies the list. */
    public Item {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("An item has at least one part");
        }
    }

    /** An item of one part, such as {@code DataTime=20260301083000}. */
    public static Item of(String name, String value) {
        return new Item(List.of(new Field(name, value)));
    }

    /** An item of the parts given. */
    public static Item of(Field... fields) {
        return new Item(List.of(fields));
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::toString).collect(Collectors.joining(","));
    }
}
