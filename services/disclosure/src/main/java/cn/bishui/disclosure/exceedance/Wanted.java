package cn.bishui.disclosure.exceedance;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which exceedances a reader wants; null for what does not matter.
 *
 * @param from first day
 * @param to last day
 * @param unit credit code of the unit, or part of its name
 * @param pollutant code of the pollutant
 */
public record Wanted(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String unit,
        @Nullable String pollutant) {

    /** Checks that the days are in order; code {@code period.reversed}. */
    public Wanted {
        if (from != null && to != null && to.isBefore(from)) {
            throw RuleBroken.invalid("period.reversed");
        }
    }

    /** All there are. */
    public static final Wanted ALL = new Wanted(null, null, null, null);

    /** All of one unit. */
    public static Wanted ofUnit(String creditCode) {
        return new Wanted(null, null, creditCode, null);
    }
}
