package cn.bishui.standards.effluent;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Rounding;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a standard of discharge allows of one pollutant.
 *
 * @param item the pollutant, and the unit of the limit
 * @param bound the limit
 * @param grade of the standard: {@code 一级A}, {@code 二级}; empty where the limit has no grade
 * @param units the units it holds for, as the standard names them; empty where it names none
 * @param condition under which it holds: the temperature, the time of building; empty if always
 * @param sampling where and how it is sampled
 */
public record EffluentLimit(Item item, Bound bound, String grade, String units, String condition, Sampling sampling) {

    /** Zero to the decimals of ng/L and beyond, so that nothing is rounded away. */
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(9);

    /** Where and how a sample is taken. */
    public enum Sampling {
        /** At the plant's outlet, mixed over 24 h from samples at least every 2 h: the limit is a daily mean. */
        DAILY_MEAN_AT_OUTLET("处理工艺末端排放口,24h混合样,日均值"),
        /** Where the workshop or its treatment discharges, before anything dilutes it. */
        WORKSHOP_OUTLET("车间或车间处理设施排放口"),
        /** At the unit's outlet. */
        UNIT_OUTLET("排污单位排放口");

        private final String zh;

        Sampling(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /** Holds a value in the limit's unit against it, rounded to the decimals of the limit, pH to one at least. */
    public ItemJudgement judge(Measured measured) {
        int decimals = Pollutant.PH.equals(item.code()) ? Math.max(1, bound.decimals()) : bound.decimals();
        boolean counted = bound instanceof Bound.NotDetected;
        return ItemJudgement.of(item, measured, bound, counted ? Rounding.NONE : Rounding.to(decimals), item.basis());
    }

    /**
     * As a limit of a permit or an outlet; one of zero where nothing may be detected. Empty where no code is known, or the
     * limit must be undercut and not only met.
     */
    public Optional<Limit> asLimit() {
        String code = item.code();
        if (code == null) {
            return Optional.empty();
        }
        return switch (bound) {
            case Bound.Max(BigDecimal limit) -> Optional.of(limit(code, null, limit));
            case Bound.Min(BigDecimal limit) -> Optional.of(limit(code, limit, null));
            case Bound.Within(BigDecimal min, BigDecimal max) -> Optional.of(limit(code, min, max));
            case Bound.NotDetected nothing -> Optional.of(limit(code, null, NOTHING));
            case Bound.Under under -> Optional.empty();
            case Bound.Over over -> Optional.empty();
            case Bound.OneOf words -> Optional.empty();
            case Bound.ByAnalysis analysis -> Optional.empty();
        };
    }

    private Limit limit(String code, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        String source = item.basis().source() + (grade.isEmpty() ? "" : " " + grade);
        String unit = item.unit().equals("count/L") ? "1/L" : item.unit();
        return new Limit(
                code, min, max, unit, item.basis().validFrom(), item.basis().validTo(), source);
    }
}
