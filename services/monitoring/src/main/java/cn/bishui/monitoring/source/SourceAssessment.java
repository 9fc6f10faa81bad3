package cn.bishui.monitoring.source;

import cn.bishui.monitoring.assessment.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source of drinking water met its standard in a month, or in the full-index test of a year.
 *
 * @param site code of the source
 * @param revision 1, and one more for each correction
 * @param sourceKind {@code surface} or {@code groundwater}
 * @param fullIndex whether all items of the standard were to be tested
 * @param waterClass 1 to 6; null where there is none
 * @param meets null where that cannot be said
 * @param exceeded as reports print it: {@code 总磷(0.20)}
 * @param items how many were held against limits
 * @param missing those of the set that were not tested
 * @param supplyPerDay m³; null where it is not known
 * @param withoutValue why there is none; null where there is one
 * @param samples number and version of each sample it rests on
 * @param working line by line
 */
public record SourceAssessment(
        String site,
        Period period,
        int revision,
        String sourceKind,
        boolean fullIndex,
        @Nullable Integer waterClass,
        @Nullable Boolean meets,
        List<String> exceeded,
        int items,
        List<String> missing,
        @Nullable BigDecimal supplyPerDay,
        @Nullable String withoutValue,
        String standard,
        List<String> samples,
        List<String> working,
        Instant assessedAt) {

    /** Why there is none where nobody said why. */
    public static final String NOT_SAMPLED = "not-sampled";

    /** Keeps copies. */
    public SourceAssessment {
        exceeded = List.copyOf(exceeded);
        missing = List.copyOf(missing);
        samples = List.copyOf(samples);
        working = List.copyOf(working);
    }

    /** Whether it says the same, of the same samples, as another revision. */
    boolean isSameAs(SourceAssessment other) {
        return sourceKind.equals(other.sourceKind)
                && Objects.equals(waterClass, other.waterClass)
                && Objects.equals(meets, other.meets)
                && exceeded.equals(other.exceeded)
                && items == other.items
                && missing.equals(other.missing)
                && Objects.equals(withoutValue, other.withoutValue)
                && samples.equals(other.samples);
    }
}
