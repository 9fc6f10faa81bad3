package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a site.
 *
 * @param parent code of what it lies in or stands at; null where it stands alone
 * @param waterType of a water body, and of what lies in it
 * @param position of points
 * @param targetClass class that the water ought to have, 1 to 5; null where none is set
 * @param details what only some kinds have
 */
public record Description(
        SiteKind kind,
        String name,
        @Nullable String parent,
        @Nullable WaterType waterType,
        NetworkLevel level,
        @Nullable Position position,
        @Nullable Integer targetClass,
        Details details,
        String note) {

    private static final int WORST_CLASS = 5;

    /**
     * What only sources and wells have.
     *
     * @param sourceKind {@code surface} or {@code groundwater}; of sources
     * @param supplyPerDay m³ a day that a source gives
     * @param population people that a source serves
     * @param wellDepth of a well, in m
     * @param aquifer {@code unconfined} (潜水) or {@code confined} (承压水); of wells
     */
    public record Details(
            @Nullable String sourceKind,
            @Nullable BigDecimal supplyPerDay,
            @Nullable Integer population,
            @Nullable BigDecimal wellDepth,
            @Nullable String aquifer) {

        private static final BigDecimal LARGE_SUPPLY = new BigDecimal("1000");
        private static final int LARGE_POPULATION = 10_000;

        /** Of kinds that have none. */
        public static final Details NONE = new Details(null, null, null, null, null);

        /** Whether a source is a large one: 1000 m³ a day and more, or 10 000 people and more. */
        public boolean isLarge() {
            return (supplyPerDay != null && supplyPerDay.compareTo(LARGE_SUPPLY) >= 0)
                    || (population != null && population >= LARGE_POPULATION);
        }
    }

    /**
     * Checks that a kind has what it needs; codes {@code site.needs-parent}, {@code site.needs-water-type}, {@code site.needs-position},
     * {@code site.needs-target}, {@code site.needs-source-kind} and {@code site.target}.
     */
    public Description {
        if (kind.needsParent() && parent == null) {
            throw RuleBroken.invalid("site.needs-parent");
        }
        if (kind == SiteKind.WATER_BODY && waterType == null) {
            throw RuleBroken.invalid("site.needs-water-type");
        }
        if (kind.isPoint() && position == null) {
            throw RuleBroken.invalid("site.needs-position");
        }
        if (kind == SiteKind.SECTION && targetClass == null) {
            throw RuleBroken.invalid("site.needs-target");
        }
        if (kind == SiteKind.SOURCE && details.sourceKind() == null) {
            throw RuleBroken.invalid("site.needs-source-kind");
        }
        if (targetClass != null && (targetClass < 1 || targetClass > WORST_CLASS)) {
            throw RuleBroken.invalid("site.target");
        }
    }

    /** The same at another place. */
    Description at(Position other) {
        return new Description(kind, name, parent, waterType, level, other, targetClass, details, note);
    }

    /** The same with another name, level and target. */
    Description amended(String otherName, NetworkLevel otherLevel, @Nullable Integer otherTarget) {
        return new Description(kind, otherName, parent, waterType, otherLevel, position, otherTarget, details, note);
    }

    /** The same in a kind of water. */
    public Description in(@Nullable WaterType water) {
        return new Description(kind, name, parent, water, level, position, targetClass, details, note);
    }
}
