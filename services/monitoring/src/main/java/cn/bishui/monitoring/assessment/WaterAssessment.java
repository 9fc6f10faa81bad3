package cn.bishui.monitoring.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a water body, a basin or the district was in a period, by its sections.
 *
 * @param water code of the water body; {@link #DISTRICT} for all sections
 * @param scope {@code water-body}, {@code basin} or {@code district}
 * @param method {@code mean} or {@code shares}; null where no section had a class
 * @param waterClass 1 to 6; null where the shares decide, and where no section had a class
 * @param qualityLevel in Chinese; null where no section had a class
 * @param counts sections by class, class I first, the sixth worse than V
 * @param mainPollutants as reports print them
 * @param withoutValue names of sections without a class
 * @param sections code and revision of each assessment it rests on
 * @param working line by line
 */
public record WaterAssessment(
        String water,
        String scope,
        String name,
        Period period,
        int revision,
        @Nullable String method,
        @Nullable Integer waterClass,
        @Nullable String qualityLevel,
        List<Integer> counts,
        List<String> mainPollutants,
        List<String> withoutValue,
        boolean provisional,
        List<String> sections,
        List<String> working,
        Instant assessedAt) {

    /** What stands for the code of a water where all sections are meant; no site may be called so. */
    public static final String DISTRICT = "district";

    private static final int GOOD = 3;
    private static final int HUNDRED = 100;

    /** Keeps copies. */
    public WaterAssessment {
        counts = List.copyOf(counts);
        mainPollutants = List.copyOf(mainPollutants);
        withoutValue = List.copyOf(withoutValue);
        sections = List.copyOf(sections);
        working = List.copyOf(working);
    }

    /** Sections with a class. */
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Sections of class III and better. */
    public int good() {
        return counts.subList(0, GOOD).stream().mapToInt(Integer::intValue).sum();
    }

    /** Sections of class IV and V. */
    public int middling() {
        return total() - good() - worst();
    }

    /** Sections worse than class V. */
    public int worst() {
        return counts.getLast();
    }

    /** A number of sections as percent of those with a class, to 1 decimal; 0 where there are none. */
    public BigDecimal percent(int part) {
        return total() == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf((long) part * HUNDRED)
                        .divide(BigDecimal.valueOf(total()), 1, RoundingMode.HALF_EVEN);
    }
}
