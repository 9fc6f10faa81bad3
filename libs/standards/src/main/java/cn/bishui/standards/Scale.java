package cn.bishui.standards;

import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one item from the best class to the worst; what meets none of them is worse than all. Where classes share a
 * limit the better one counts (从优不从劣).
 *
 * @param bounds best class first
 */
public record Scale(List<Bound> bounds) {

    /** Keeps a copy. */
    public Scale {
        bounds = List.copyOf(bounds);
    }

    /**
     * Where a value stands.
     *
     * @param compared the number that was compared: the value, or half the detection limit, rounded; null if there is none
     * @param best index of the best class it may have, the number of bounds if it is worse than all
     * @param worst index of the worst class it may have; the class is settled if both are the same
     */
    public record Place(@Nullable BigDecimal compared, int best, int worst) {

        /** Whether it has one class. */
        public boolean isSettled() {
            return best == worst;
        }
    }

    /**
     * Places a value. One below its detection limit counts as a share of it, unless the detection limit itself lies above
     * the limit of the class that comes of it: then the class cannot be judged.
     *
     * @param share of the detection limit at which such a value counts: a half
     */
    public Place place(Measured measured, Rounding rounding, BigDecimal share) {
        int worst = first(measured, rounding, false);
        int best = first(measured, rounding, true);
        if (measured instanceof Value(BigDecimal number)) {
            return new Place(rounding.apply(number), best, worst);
        }
        if (measured instanceof Below(BigDecimal limit) && limit != null) {
            BigDecimal half = rounding.apply(limit.multiply(share));
            if (first(new Value(half), rounding, false) == worst) {
                return new Place(half, worst, worst);
            }
            return new Place(half, best, worst);
        }
        return new Place(null, best, worst);
    }

    /** Index of the first class whose limit is met, or may be met. */
    private int first(Measured measured, Rounding rounding, boolean maybe) {
        for (int i = 0; i < bounds.size(); i++) {
            Verdict verdict = bounds.get(i).check(measured, rounding);
            if (verdict == Verdict.MEETS || (maybe && verdict == Verdict.CANNOT_BE_JUDGED)) {
                return i;
            }
        }
        return bounds.size();
    }
}
