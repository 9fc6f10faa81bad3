package cn.bishui.standards.change;

import cn.bishui.standards.Rule;
import cn.bishui.standards.surfacewater.QualityShares;
import cn.bishui.standards.surfacewater.SurfaceWater;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How a river or basin changed, by the shares of the classes of its sections (环办[2011]22号).
 *
 * @param good ΔG: share of class III or better, later minus earlier, in percentage points to 1 decimal
 * @param worseThanV ΔD: share worse than class V, later minus earlier, in percentage points to 1 decimal
 * @param sum ΔG - ΔD, to 1 decimal
 * @param extent how much it changed: above 10 points some, above 20 marked
 * @param direction whether it got better
 * @param rules by which it was judged
 */
public record BasinChange(
        BigDecimal good, BigDecimal worseThanV, BigDecimal sum, Extent extent, Direction direction, List<Rule> rules) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Keeps a copy. */
    public BasinChange {
        rules = List.copyOf(rules);
    }

    /**
     * The change between two periods. The same sections ought to be in both.
     *
     * @throws IllegalArgumentException if one of them has no section
     */
    public static BasinChange between(SurfaceWater water, QualityShares before, QualityShares now) {
        BigDecimal good = share(now.good(), now).subtract(share(before.good(), before));
        BigDecimal bad = share(now.worseThanV(), now).subtract(share(before.worseThanV(), before));
        return of(water, good, bad);
    }

    /**
     * The change that two differences of shares come to.
     *
     * @param good ΔG in percentage points
     * @param worseThanV ΔD in percentage points
     */
    public static BasinChange of(SurfaceWater water, BigDecimal good, BigDecimal worseThanV) {
        BigDecimal sum = good.subtract(worseThanV);
        Rule some = water.rule("change.shares");
        Rule marked = water.rule("change.shares.marked");
        Extent extent = Extent.NONE;
        if (sum.abs().compareTo(marked.number()) > 0) {
            extent = Extent.MARKED;
        } else if (sum.abs().compareTo(some.number()) > 0) {
            extent = Extent.SOME;
        }
        return new BasinChange(
                printed(good),
                printed(worseThanV),
                printed(sum),
                extent,
                Direction.of(sum.signum()),
                List.of(some, marked));
    }

    /** As reports say it: {@code 无明显变化}, {@code 有所好转}, {@code 明显变差}. */
    public String wording() {
        return extent.zh(direction);
    }

    private static BigDecimal share(int sections, QualityShares of) {
        if (of.total() == 0) {
            throw new IllegalArgumentException("There is no section with a class");
        }
        return HUNDRED.multiply(BigDecimal.valueOf(sections))
                .divide(BigDecimal.valueOf(of.total()), MathContext.DECIMAL64);
    }

    private static BigDecimal printed(BigDecimal points) {
        return points.setScale(1, RoundingMode.HALF_EVEN);
    }
}
