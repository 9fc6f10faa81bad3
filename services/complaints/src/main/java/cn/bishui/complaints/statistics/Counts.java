package cn.bishui.complaints.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted of the complaints of a time.
 *
 * @param total all of them
 * @param lines the same by kind, the most first, months in their order
 */
public record Counts(Line total, Map<Dimension, List<Line>> lines) {

    public Counts {
        Map<Dimension, List<Line>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            all.put(dimension, List.copyOf(lines.getOrDefault(dimension, List.of())));
        }
        lines = Map.copyOf(all);
    }

    /** By one kind. */
    public List<Line> by(Dimension dimension) {
        return lines.getOrDefault(dimension, List.of());
    }
}
