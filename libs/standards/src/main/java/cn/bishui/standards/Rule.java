package cn.bishui.standards;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which something is judged, with its figure where it has one.
 *
 * @param id such as {@code basin.excellent}
 * @param value its figure; null if it has none
 * @param unit of the figure; empty if it has none
 * @param zh the rule in words
 * @param en the same in English, ours
 * @param basis where it stands
 */
public record Rule(String id, @Nullable BigDecimal value, String unit, String zh, String en, Basis basis) {

    /**
     * Its figure.
     *
     * @throws IllegalStateException if it has none
     */
    public BigDecimal number() {
        if (value == null) {
            throw new IllegalStateException("The rule " + id + " has no figure");
        }
        return value;
    }

    /** Its figure as a whole number. */
    public int count() {
        return number().intValueExact();
    }
}
