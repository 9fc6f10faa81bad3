package cn.bishui.standards.surfacewater;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many sections have which class.
 *
 * @param counts sections by class, all classes; sections without a class are left out
 */
public record QualityShares(Map<WaterClass, Integer> counts) {

    private static final int HUNDRED = 100;

    /** Keeps a copy with every class. */
    public QualityShares {
        Map<WaterClass, Integer> all = new EnumMap<>(WaterClass.class);
        for (WaterClass each : WaterClass.values()) {
            all.put(each, counts.getOrDefault(each, 0));
        }
        counts = Map.copyOf(all);
    }

    /** Counts sections. */
    public static QualityShares of(Collection<SectionAssessment> sections) {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        for (SectionAssessment each : sections) {
            if (each.waterClass() != null) {
                counts.merge(each.waterClass(), 1, Integer::sum);
            }
        }
        return new QualityShares(counts);
    }

    /** Sections with a class. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sections from one class to another, both included. */
    public int count(WaterClass from, WaterClass to) {
        int count = 0;
        for (WaterClass each : WaterClass.values()) {
            if (!from.isWorseThan(each) && !each.isWorseThan(to)) {
                count += Objects.requireNonNull(counts.get(each));
            }
        }
        return count;
    }

    /** Sections of class III or better (优良). */
    public int good() {
        return count(WaterClass.I, WaterClass.III);
    }

    /** Sections worse than class V (劣Ⅴ). */
    public int worseThanV() {
        return count(WaterClass.WORSE_THAN_V, WaterClass.WORSE_THAN_V);
    }

    /** Share of class III or better (优良比例), in percent to 1 decimal; 0 if there is no section. */
    public BigDecimal goodPercent() {
        return percent(good());
    }

    /** Share worse than class V, in percent to 1 decimal; 0 if there is no section. */
    public BigDecimal worseThanVPercent() {
        return percent(worseThanV());
    }

    /** A number of sections as percent of all, to 1 decimal; 0 if there is no section. */
    public BigDecimal percent(int sections) {
        return total() == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf((long) sections * HUNDRED)
                        .divide(BigDecimal.valueOf(total()), 1, RoundingMode.HALF_EVEN);
    }

    /** Whether a number of sections is at least a share of all, exactly. */
    boolean isAtLeast(int sections, BigDecimal percent) {
        return BigDecimal.valueOf((long) sections * HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(total())))
                >= 0;
    }
}
