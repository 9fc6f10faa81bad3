package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of drinking water was approved for publication: every source, works outlet (出厂水) and tap (用户水龙头) that was in use in
 * it. A point of which its bureau reported nothing is in the list and says so. A later revision of the same quarter corrects an
 * earlier one.
 *
 * @param quarter {@code 2026-Q3}
 * @param revision 1 for the first, one more for each correction
 * @param points sources first, then works outlets, then taps
 * @param incompleteReason why it was approved though something is missing; null if nothing is
 * @param correctionReason why it corrects the revision before; null for the first
 * @param approvedAt when it was approved
 */
public record DrinkingWaterReported(
        String quarter,
        int revision,
        List<Point> points,
        @Nullable String incompleteReason,
        @Nullable String correctionReason,
        Instant approvedAt)
        implements MonitoringFact {

    /** Keeps a copy. */
    public DrinkingWaterReported {
        points = List.copyOf(points);
    }

    /**
     * A point and what was found in the quarter.
     *
     * @param code of the point
     * @param kind {@code source}, {@code works-outlet} or {@code tap}
     * @param bureau id of the bureau that samples it
     * @param samples how many samples with values were released
     * @param lastSampledOn day of the newest of them; null if there is none
     * @param items how many items were held against a limit at least once
     * @param qualified how many results met their limits
     * @param exceeding how many did not
     * @param undecided how many could not be judged
     * @param qualifiedRate qualified in % of qualified and exceeding, to one decimal; null where there is neither
     * @param meets whether all was right; null where that cannot be said
     * @param exceeded each result over its limit
     * @param missingMonths months of a source without a result, {@code 2026-07}
     * @param withoutValue why there is no result: {@code not-reported} (未报送), or {@code ice}, {@code dry}, {@code no-access}; null where there
     *     is one
     * @param standard id of the standard
     */
    public record Point(
            String code,
            String name,
            String kind,
            String bureau,
            int samples,
            @Nullable LocalDate lastSampledOn,
            int items,
            int qualified,
            int exceeding,
            int undecided,
            @Nullable BigDecimal qualifiedRate,
            @Nullable Boolean meets,
            List<Exceeded> exceeded,
            List<String> missingMonths,
            @Nullable String withoutValue,
            String standard) {

        /** Keeps copies. */
        public Point {
            exceeded = List.copyOf(exceeded);
            missingMonths = List.copyOf(missingMonths);
        }
    }

    /**
     * A result over its limit.
     *
     * @param item code of HJ 212-2017 table B.1 or HJ 525-2009 where there is one, the Chinese name else
     * @param name of the item in Chinese
     * @param day on which the sample was taken
     * @param value as it was reported
     * @param unit of value and limit; empty if there is none
     * @param limit as the standard prints it: {@code ≤0.3}
     * @param multiple over the limit; null where that has no meaning
     */
    public record Exceeded(
            String item,
            String name,
            LocalDate day,
            String value,
            String unit,
            String limit,
            @Nullable BigDecimal multiple) {}

    @Override
    public String key() {
        return "drinking/" + quarter;
    }
}
