package cn.bishui.disclosure.drinking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a quarter of drinking water.
 *
 * @param quarter {@code 2026-Q3}
 * @param revision 1 for the first, one more for each correction
 * @param points sources first, then works outlets, then taps
 * @param incompleteReason why something is missing; null if nothing is
 * @param correctionReason why it corrects the revision before; null for the first
 */
public record DrinkingReport(
        String quarter,
        int revision,
        List<Point> points,
        @Nullable String incompleteReason,
        @Nullable String correctionReason,
        Instant approvedAt) {

    /** Keeps a copy. */
    public DrinkingReport {
        points = List.copyOf(points);
    }

    /**
     * A point and what was found.
     *
     * @param kind {@code source}, {@code works-outlet} or {@code tap}
     * @param bureau id of the bureau that samples it
     * @param qualified how many results met their limits
     * @param exceeding how many did not
     * @param undecided how many could not be judged
     * @param qualifiedRate in %; null where nothing was judged
     * @param meets null where that cannot be said
     * @param missingMonths of a source, months without a result
     * @param withoutValue why there is no result, {@code not-reported} where its bureau reported none; null where there is one
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

        /** {@code met}, {@code failed}, {@code undecided}, or why there is no result. */
        public String verdict() {
            if (withoutValue != null) {
                return withoutValue;
            }
            if (meets == null) {
                return "undecided";
            }
            return meets ? "met" : "failed";
        }
    }

    /**
     * A result over its limit.
     *
     * @param unit of value and limit; empty if there is none
     * @param multiple over the limit; null where that has no meaning
     */
    public record Exceeded(
            String item,
            String name,
            LocalDate day,
            String value,
            String unit,
            String limit,
            @Nullable BigDecimal multiple) {

        /** As tables print it: {@code 铁 0.36 mg/L（≤0.3）}. */
        public String text() {
            return name + " " + value + (unit.isEmpty() ? "" : " " + unit) + "（" + limit + "）";
        }
    }
}
