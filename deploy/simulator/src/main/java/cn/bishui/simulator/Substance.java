package cn.bishui.simulator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a device measures of one pollutant: one line of {@code profiles.csv}.
 *
 * @param code of HJ 212-2017 table B.1
 * @param mean in the unit of the code; its decimals are those that are sent
 * @param spread how far values stray from the mean at most
 * @param amount whether the amount of a period is sent too
 * @param excess the day on which the mean is another one; null if there is none
 */
record Substance(
        String code,
        BigDecimal mean,
        BigDecimal spread,
        boolean amount,
        @Nullable Excess excess) {

    /** Code of the flow of wastewater, in L/s. */
    static final String FLOW = "w00000";

    Substance {
        if (spread.signum() < 0 || spread.compareTo(mean) >= 0) {
            throw new IllegalArgumentException(code + ": the spread must be at least 0 and below the mean");
        }
    }

    boolean isFlow() {
        return code.equals(FLOW);
    }

    int decimals() {
        return mean.scale();
    }

    /**
     * A day with another mean.
     *
     * @param daysAgo counted back from the day on which the simulation began, 1 is the day before
     * @param mean of that day
     */
    record Excess(int daysAgo, BigDecimal mean) {}
}
