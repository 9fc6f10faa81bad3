package cn.bishui.clocks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count. A clock by the hour leaves out its minutes, a clock by days the days from the one on which it
 * begins up to, but not with, the one on which it ends.
 *
 * @param reason one that the rule excludes, such as {@code hearing}
 * @param from when it began
 * @param to when it ended; null while it lasts
 */
public record Pause(String reason, Instant from, @Nullable Instant to) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");

    /**
     * Checks that it can be written down.
     *
     * @throws IllegalArgumentException if the reason is no word, or it ends before it begins
     */
    public Pause {
        if (!WORD.matcher(reason).matches() || (to != null && to.isBefore(from))) {
            throw new IllegalArgumentException("Not a pause: " + reason + " " + from + " " + to);
        }
    }

    /** Several, as one text that {@link #read} understands. */
    static String text(List<Pause> pauses) {
        return pauses.stream()
                .map(each -> each.reason + ' ' + each.from + (each.to == null ? "" : " " + each.to))
                .collect(Collectors.joining(";"));
    }

    static List<Pause> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(Pause::one).toList();
    }

    private static Pause one(String text) {
        String[] parts = text.split(" ", -1);
        return new Pause(parts[0], Instant.parse(parts[1]), parts.length > 2 ? Instant.parse(parts[2]) : null);
    }
}
