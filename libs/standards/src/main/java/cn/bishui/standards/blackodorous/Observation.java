package cn.bishui.standards.blackodorous;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a point in one round, 0.5 m below the surface or at half the depth.
 *
 * @param day of the round
 * @param transparency in cm; null if not measured
 * @param depth of the water in cm; null if it is 25 cm or more
 * @param clearToGround whether the ground is seen clearly; counts only in water less than 25 cm deep
 * @param oxygen dissolved, mg/L; null if not measured
 * @param redox oxidation-reduction potential, mV, may be negative; null if not measured
 * @param ammonia nitrogen, mg/L; null if not measured
 */
public record Observation(
        LocalDate day,
        @Nullable BigDecimal transparency,
        @Nullable BigDecimal depth,
        boolean clearToGround,
        @Nullable BigDecimal oxygen,
        @Nullable BigDecimal redox,
        @Nullable BigDecimal ammonia) {

    /** Checks that only the redox potential is negative. */
    public Observation {
        mustNotBeNegative(transparency, "transparency");
        mustNotBeNegative(depth, "depth");
        mustNotBeNegative(oxygen, "oxygen");
        mustNotBeNegative(ammonia, "ammonia");
    }

    /** In water of 25 cm and more. */
    public static Observation of(
            LocalDate day,
            @Nullable BigDecimal transparency,
            @Nullable BigDecimal oxygen,
            @Nullable BigDecimal redox,
            @Nullable BigDecimal ammonia) {
        return new Observation(day, transparency, null, false, oxygen, redox, ammonia);
    }

    private static void mustNotBeNegative(@Nullable BigDecimal value, String what) {
        if (value != null && value.signum() < 0) {
            throw new IllegalArgumentException("The " + what + " is not negative: " + value);
        }
    }
}
