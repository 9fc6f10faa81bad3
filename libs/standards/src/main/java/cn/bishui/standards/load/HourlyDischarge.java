package cn.bishui.standards.load;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet discharged in one hour.
 *
 * @param hour of the day, 0 to 23
 * @param concentration mean of the hour in mg/L; null if there is no valid one
 * @param cubicMetres of water; null if it is not known
 * @param substituted whether the concentration was put in the place of one that was missing or invalid: it counts for amounts
 *     and proves no exceedance
 */
public record HourlyDischarge(
        int hour,
        @Nullable BigDecimal concentration,
        @Nullable BigDecimal cubicMetres,
        boolean substituted) {

    private static final int LAST_HOUR = 23;

    /** Checks that the hour is one of the day, and nothing is negative. */
    public HourlyDischarge {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("Not an hour of the day: " + hour);
        }
        if ((concentration != null && concentration.signum() < 0)
                || (cubicMetres != null && cubicMetres.signum() < 0)) {
            throw new IllegalArgumentException("Neither concentration nor water is negative");
        }
    }

    /** A measured one. */
    public static HourlyDischarge of(int hour, BigDecimal concentration, BigDecimal cubicMetres) {
        return new HourlyDischarge(hour, concentration, cubicMetres, false);
    }

    /** Whether there was something to measure: an hour without water wants no value. */
    boolean isExpected() {
        return cubicMetres == null || cubicMetres.signum() > 0;
    }
}
