package cn.bishui.permits.permit;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The permitted daily mean of one pollutant at one outlet.
 *
 * @param min lower bound in {@link Pollutant#judgedUnit()}, null where there is none
 * @param max upper bound in {@link Pollutant#judgedUnit()}, null where there is none
 */
public record PermittedLimit(
        OutletCode outlet,
        Pollutant pollutant,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    private static final BigDecimal HIGHEST_PH = BigDecimal.valueOf(14);

    /**
     * Checks the bounds; codes {@code limit.not-a-concentration}, {@code limit.without-bound},
     * {@code limit.bounds-crossed}, {@code limit.out-of-range}.
     */
    public PermittedLimit {
        if (pollutant.code().equals(Pollutant.FLOW)) {
            throw RuleBroken.invalid("limit.not-a-concentration", pollutant.nameZh());
        }
        if (min == null && max == null) {
            throw RuleBroken.invalid("limit.without-bound");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw RuleBroken.invalid("limit.bounds-crossed", min.toPlainString(), max.toPlainString());
        }
        checkRange(pollutant, min);
        checkRange(pollutant, max);
    }

    private static void checkRange(Pollutant pollutant, @Nullable BigDecimal bound) {
        boolean ph = pollutant.code().equals(Pollutant.PH);
        if (bound != null && (bound.signum() < 0 || (ph && bound.compareTo(HIGHEST_PH) > 0))) {
            throw RuleBroken.invalid("limit.out-of-range", bound.toPlainString());
        }
    }
}
