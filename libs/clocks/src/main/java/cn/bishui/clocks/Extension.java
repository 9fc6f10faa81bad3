package cn.bishui.clocks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An extension that was given.
 *
 * @param step which of the rule's, such as {@code head}
 * @param amount how much, in the clock's own unit
 * @param approvedBy who approved it, as the service names people
 * @param at when
 */
public record Extension(String step, int amount, String approvedBy, Instant at) {

    private static final int PARTS = 4;

    /**
     * Checks that it can be written down.
     *
     * @throws IllegalArgumentException if nobody approved it, or the name holds a semicolon
     */
    public Extension {
        if (approvedBy.isBlank() || approvedBy.indexOf(';') >= 0) {
            throw new IllegalArgumentException("An extension is approved by somebody: " + approvedBy);
        }
    }

    /** Several, as one text that {@link #read} understands. */
    static String text(List<Extension> extensions) {
        return extensions.stream()
                .map(each -> each.step + ' ' + each.amount + ' ' + each.at + ' ' + each.approvedBy)
                .collect(Collectors.joining(";"));
    }

    static List<Extension> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(Extension::one).toList();
    }

    private static Extension one(String text) {
        String[] parts = text.split(" ", PARTS);
        return new Extension(parts[0], Integer.parseInt(parts[1]), parts[3], Instant.parse(parts[2]));
    }
}
