package cn.bishui.monitoring.judgement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a value came about, so that it can be shown years later.
 *
 * @param lines the hours of the day, or the samples; empty for a device's own record of the day
 * @param formula in figures
 */
public record Working(List<Line> lines, String formula) {

    /** Nothing was calculated. */
    public static final Working NONE = new Working(List.of(), "");

    /** Keeps a copy. */
    public Working {
        lines = List.copyOf(lines);
    }

    /**
     * One of the values.
     *
     * @param hour of the day, 0 to 23
     * @param value in the pollutant's own unit
     * @param cubicMetres of water in the hour
     * @param state such as {@code valid} or {@code over-range}
     * @param version of the packet, over 1 where it was sent again otherwise; null where there is none
     * @param sample id of the sample; null for an hour
     */
    public record Line(
            int hour,
            @Nullable BigDecimal value,
            @Nullable String flag,
            @Nullable BigDecimal cubicMetres,
            String state,
            @Nullable Integer version,
            @Nullable Instant receivedAt,
            @Nullable Long sample) {}

    /** The line of an hour. */
    public Optional<Line> hour(int number) {
        return lines.stream().filter(line -> line.hour() == number).findFirst();
    }

    /** Whether an hour that this knows is another version there. */
    boolean changedIn(Working other) {
        return lines.stream()
                .filter(line -> line.version() != null)
                .anyMatch(line -> other.hour(line.hour())
                        .filter(there ->
                                there.version() != null && !there.version().equals(line.version()))
                        .isPresent());
    }
}
