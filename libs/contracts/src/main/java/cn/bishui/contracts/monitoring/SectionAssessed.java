package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The water at a section was assessed for a period, from released samples (GB 3838-2002, 环办[2011]22号). A later revision of the
 * same section and period corrects an earlier one.
 *
 * @param section code of the section
 * @param waterBody code of the water it lies in, null where it is not known
 * @param network whose network it belongs to: {@code national}, {@code provincial}, {@code municipal} or {@code district}
 * @param period {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param revision 1 for the first, one more for each correction
 * @param waterClass 1 to 5, 6 for worse than class V; null where there was nothing to assess
 * @param qualityLevel {@code 优} to {@code 重度污染}; null where there was nothing to assess
 * @param targetClass class that the water ought to have; null where none is set
 * @param meetsTarget whether all evaluated items meet the target class; null where one of both is not known
 * @param mainPollutants what is worse than class III, the most important first, three at most
 * @param items how many of the 21 items were evaluated
 * @param withoutValue why there is none: {@code ice}, {@code dry} or {@code no-access}; {@code too-few} where a quarter or a year
 *     has too few months; {@code not-sampled} where a correction left nothing of a month; null where there is one
 * @param standard id of the standard
 * @param assessedAt when it was assessed
 * @param provisional whether months of a quarter or a year lack without a reason, or are still to come; null in facts told before
 *     there were such periods
 */
public record SectionAssessed(
        String section,
        String sectionName,
        @Nullable String waterBody,
        @Nullable String waterBodyName,
        String network,
        String period,
        int revision,
        @Nullable Integer waterClass,
        @Nullable String qualityLevel,
        @Nullable Integer targetClass,
        @Nullable Boolean meetsTarget,
        List<MainPollutant> mainPollutants,
        int items,
        @Nullable String withoutValue,
        String standard,
        Instant assessedAt,
        @Nullable Boolean provisional)
        implements MonitoringFact {

    /** Keeps a copy. */
    public SectionAssessed {
        mainPollutants = List.copyOf(mainPollutants);
    }

    /**
     * One of the main pollutants.
     *
     * @param pollutant code of HJ 212-2017 table B.1 where there is one, the Chinese name else
     * @param multiple over the limit of class III; null for pH and dissolved oxygen
     */
    public record MainPollutant(
            String pollutant, String name, @Nullable BigDecimal multiple) {}

    @Override
    public String key() {
        return "section/" + section;
    }
}
