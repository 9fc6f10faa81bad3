package cn.bishui.standards;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a value is rounded before it is compared: half to even (四舍六入五成双, GB/T 8170-2008). A value that would become
 * zero keeps one significant digit.
 *
 * @param decimals how many it keeps; null if it is compared as it is (全数值比较法)
 */
public record Rounding(@Nullable Integer decimals) {

    /** Compares the value as it is. */
    public static final Rounding NONE = new Rounding(null);

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    /** Keeps so many decimals. */
    public static Rounding to(int decimals) {
        return new Rounding(decimals);
    }

    /** Rounds a value. */
    public BigDecimal apply(BigDecimal value) {
        if (decimals == null) {
            return value;
        }
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 && value.signum() != 0 ? value.round(ONE_DIGIT) : rounded;
    }
}
