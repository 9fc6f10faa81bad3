package cn.bishui.standards.change;

import cn.bishui.standards.surfacewater.Compliance;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A section in one period, held against its target and against earlier periods.
 *
 * @param assessment of the period
 * @param target whether it meets the class it ought to have; null if it has no target
 * @param changes against the earlier periods that have a class
 * @param notCompared earlier periods that have none: not sampled, under ice
 */
public record Comparison(
        SectionAssessment assessment,
        @Nullable Compliance target,
        Map<Against, SectionChange> changes,
        Set<Against> notCompared) {

    /** Keeps copies. */
    public Comparison {
        Map<Against, SectionChange> copy = new EnumMap<>(Against.class);
        copy.putAll(changes);
        changes = Collections.unmodifiableMap(copy);
        notCompared = Set.copyOf(notCompared);
    }

    /** Which earlier period. */
    public enum Against {
        /** The period before (环比). */
        LAST_PERIOD("环比"),
        /** The same period of the year before (同比). */
        SAME_PERIOD_LAST_YEAR("同比"),
        /** The base year, against which nothing may get worse. */
        BASE_YEAR("与基准年比");

        private final String zh;

        Against(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * Compares.
     *
     * @param now what was found in the period
     * @param targetClass the class it ought to have; null if it has no target
     * @param earlier what was found in earlier periods; those without a value are not compared
     */
    public static Comparison of(
            SurfaceWater water, Sample now, @Nullable WaterClass targetClass, Map<Against, Sample> earlier) {
        SectionAssessment assessment = water.assess(now);
        Map<Against, SectionChange> changes = new EnumMap<>(Against.class);
        Set<Against> notCompared = EnumSet.noneOf(Against.class);
        earlier.forEach((against, sample) -> SectionChange.between(water, water.assess(sample), assessment)
                .ifPresentOrElse(change -> changes.put(against, change), () -> notCompared.add(against)));
        return new Comparison(
                assessment, targetClass == null ? null : water.comply(now, targetClass), changes, notCompared);
    }
}
