package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.complaints.SmallCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps single people out of tables that everybody reads. A count of one or two is not told, and neither is another of its
 * table where the small one could be worked out from what is told and the total. None is told: it points at nobody.
 *
 * <p>It is a rule for one table whose rows add up to one total. Two tables of the same people are safe together where
 * neither's rows are sums of the other's: by type and by street, but not of May and of May to June. Tell periods that do not
 * overlap, and make longer ones of what was told of those.
 */
public final class SmallCells {

    private SmallCells() {}

    /**
     * The rows whose counts are not told. They are two or more or none. What they come to, which everybody works out who
     * knows the total, is at least {@value SmallCount#SMALLEST_TOLD}, and more than one each, so that each could be something else. Only
     * where no row is left to hide it may be less.
     *
     * @param counts how many each row counts, none of them negative
     */
    public static <K> Set<K> hidden(Map<K, Integer> counts) {
        Set<K> hidden = new LinkedHashSet<>();
        counts.forEach((row, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("%s counts %d".formatted(row, count));
            }
            if (!SmallCount.tellable(count)) {
                hidden.add(row);
            }
        });
        boolean more = true;
        while (more && !hidden.isEmpty() && !open(hidden, counts)) {
            more = smallestTold(counts, hidden).map(hidden::add).orElse(false);
        }
        return hidden;
    }

    /** Whether nobody can say of any of the hidden rows what it counts. */
    private static <K> boolean open(Set<K> hidden, Map<K, Integer> counts) {
        int rest = 0;
        boolean none = false;
        for (K row : hidden) {
            int count = Objects.requireNonNull(counts.get(row));
            rest += count;
            none |= count == 0;
        }
        return hidden.size() > 1 && rest >= SmallCount.SMALLEST_TOLD && (none || rest > hidden.size());
    }

    /** The row to hide next: the smallest that counts somebody, else one that counts nobody. */
    private static <K> Optional<K> smallestTold(Map<K, Integer> counts, Set<K> hidden) {
        return counts.entrySet().stream()
                .filter(row -> !hidden.contains(row.getKey()))
                .min(Comparator.comparingInt(row -> row.getValue() == 0 ? Integer.MAX_VALUE : row.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Whether a count that may be told may be told in parts: none of them is one or two. */
    public static boolean partsTellable(List<Integer> parts) {
        return parts.stream().allMatch(SmallCount::tellable);
    }

    /**
     * The rows of which it is not told how their counts divide. They are at least those whose counts are not told; and what
     * they have of each part comes together to at least {@value SmallCount#SMALLEST_TOLD} or to nothing, except where the total is not
     * {@link #partsTellable} itself.
     *
     * @param parts what each row's count divides into, such as repeats and others, all rows alike
     * @param hiddenCounts the rows whose counts are not told
     */
    public static <K> Set<K> hiddenParts(Map<K, List<Integer>> parts, Set<K> hiddenCounts) {
        Set<K> hidden = new LinkedHashSet<>(hiddenCounts);
        parts.forEach((row, divided) -> {
            if (!partsTellable(divided)) {
                hidden.add(row);
            }
        });
        int kinds = parts.values().stream().mapToInt(List::size).max().orElse(0);
        boolean found = true;
        while (found) {
            found = false;
            for (int kind = 0; kind < kinds; kind++) {
                Map<K, Integer> ofKind = ofKind(parts, kind);
                int rest = hidden.stream()
                        .mapToInt(row -> ofKind.getOrDefault(row, 0))
                        .sum();
                if (!SmallCount.tellable(rest)) {
                    ofKind.values().removeIf(count -> count == 0);
                    found |= smallestTold(ofKind, hidden).map(hidden::add).orElse(false);
                }
            }
        }
        return hidden;
    }

    private static <K> Map<K, Integer> ofKind(Map<K, List<Integer>> parts, int kind) {
        Map<K, Integer> ofKind = new LinkedHashMap<>();
        parts.forEach((row, divided) -> ofKind.put(row, divided.get(kind)));
        return ofKind;
    }
}
