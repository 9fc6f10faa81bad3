package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A water body, a basin or the district was assessed for a period by its sections (环办[2011]22号). A later revision of the same
 * water and period corrects an earlier one.
 *
 * @param waterBody code of the water body or basin; {@code district} for all sections of the district
 * @param name its name; empty for the district
 * @param scope {@code water-body}, {@code basin} or {@code district}
 * @param period {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param revision 1 for the first, one more for each correction
 * @param method {@code mean} of fewer than five sections, and of lakes; {@code shares} of the classes of five and more; null where
 *     no section had a class
 * @param waterClass 1 to 5, 6 for worse than class V; null where the shares decide, and where no section had a class
 * @param qualityLevel {@code 优} to {@code 重度污染}; null where no section had a class
 * @param sections how many had a class
 * @param counts sections by class, class I first, the sixth worse than class V
 * @param goodPercent share of class III or better (优良比例), in percent to 1 decimal
 * @param worseThanVPercent share worse than class V, in percent to 1 decimal
 * @param mainPollutants what is worse than class III, the most important first, three at most
 * @param withoutValue names of sections that had no class: under ice, dry, not sampled
 * @param provisional whether months of a section lack without a reason, or are still to come
 * @param standard id of the standard
 * @param assessedAt when it was assessed
 */
public record WaterBodyAssessed(
        String waterBody,
        String name,
        String scope,
        String period,
        int revision,
        @Nullable String method,
        @Nullable Integer waterClass,
        @Nullable String qualityLevel,
        int sections,
        List<Integer> counts,
        BigDecimal goodPercent,
        BigDecimal worseThanVPercent,
        List<Share> mainPollutants,
        List<String> withoutValue,
        boolean provisional,
        String standard,
        Instant assessedAt)
        implements MonitoringFact {

    /** Keeps copies. */
    public WaterBodyAssessed {
        counts = List.copyOf(counts);
        mainPollutants = List.copyOf(mainPollutants);
        withoutValue = List.copyOf(withoutValue);
    }

    /**
     * One of the main pollutants.
     *
     * @param pollutant code of HJ 212-2017 table B.1 where there is one, the Chinese name else
     * @param sections in how many it is worse than class III
     * @param percent of the sections with a class, to 1 decimal (断面超标率)
     */
    public record Share(String pollutant, String name, int sections, BigDecimal percent) {}

    @Override
    public String key() {
        return "water-body/" + waterBody;
    }
}
