package cn.bishui.monitoring.network;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.util.Objects;
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
     * What only some kinds have.
     *
     * @param sourceKind {@code surface} or {@code groundwater}; of sources
     * @param supplyPerDay m³ a day that a source gives
     * @param population people that a source serves
     * @param wellDepth of a well, in m
     * @param aquifer {@code unconfined} (潜水) or {@code confined} (承压水); of wells
     * @param supplier bureau that looks after a waterworks (供水主管部门): {@code WATER} or {@code HOUSING}; of works outlets
     * @param disinfection of works outlets and taps
     */
    public record Details(
            @Nullable String sourceKind,
            @Nullable BigDecimal supplyPerDay,
            @Nullable Integer population,
            @Nullable BigDecimal wellDepth,
            @Nullable String aquifer,
            @Nullable Bureau supplier,
            @Nullable Disinfection disinfection) {

        private static final BigDecimal LARGE_SUPPLY = new BigDecimal("1000");
        private static final int LARGE_POPULATION = 10_000;

        /** Of kinds that have none. */
        public static final Details NONE = new Details(null, null, null, null, null, null, null);

        /** The same with a disinfection. */
        Details with(@Nullable Disinfection used) {
            return new Details(sourceKind, supplyPerDay, population, wellDepth, aquifer, supplier, used);
        }

        /** Whether a source is a large one: 1000 m³ a day and more, or 10 000 people and more. */
        public boolean isLarge() {
            return (supplyPerDay != null && supplyPerDay.compareTo(LARGE_SUPPLY) >= 0)
                    || (population != null && population >= LARGE_POPULATION);
        }
    }

    /**
     * Checks that a kind has what it needs; codes {@code site.needs-parent}, {@code site.needs-water-type}, {@code site.needs-position},
     * {@code site.needs-target}, {@code site.needs-source-kind}, {@code site.needs-supplier}, {@code site.needs-disinfection} and {@code site.target}.
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
        if (kind == SiteKind.WORKS_OUTLET && details.supplier() == null) {
            throw RuleBroken.invalid("site.needs-supplier");
        }
        if (kind == SiteKind.WORKS_OUTLET && details.disinfection() == null) {
            throw RuleBroken.invalid("site.needs-disinfection");
        }
        if (targetClass != null && (targetClass < 1 || targetClass > WORST_CLASS)) {
            throw RuleBroken.invalid("site.target");
        }
    }

    /** Whose people sample it: health at taps, the supply department at works, the environment bureau everywhere else. */
    public Bureau bureau() {
        return switch (kind) {
            case TAP -> Bureau.HEALTH;
            case WORKS_OUTLET -> Objects.requireNonNull(details.supplier());
            case WATER_BODY, REACH, SECTION, SOURCE, WELL, STATION, POINT -> Bureau.ENV;
        };
    }

    /** The same disinfected in a way. */
    Description disinfected(@Nullable Disinfection used) {
        return new Description(kind, name, parent, waterType, level, position, targetClass, details.with(used), note);
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
