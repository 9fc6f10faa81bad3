package cn.bishui.monitoring.drinking;

import cn.bishui.contracts.Bureau;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quarter knows of a source, a works outlet or a tap.
 *
 * @param kind {@code source}, {@code works-outlet} or {@code tap}
 * @param bureau whose people sample it
 * @param samples number and version of each released sample with values
 * @param lastSampledOn day of the newest of them; null if there is none
 * @param items how many items were held against a limit at least once
 * @param qualified how many results met their limits
 * @param exceeding how many did not
 * @param undecided how many could not be judged
 * @param exceeded each result over its limit
 * @param months of a source, what its months said; empty else
 * @param withoutValue why there is nothing: {@link #NOT_REPORTED}, or why no water could be taken; null where there is a result
 * @param standard id of the standard
 */
public record PointResult(
        String code,
        String name,
        String kind,
        Bureau bureau,
        List<String> samples,
        @Nullable LocalDate lastSampledOn,
        int items,
        int qualified,
        int exceeding,
        int undecided,
        List<Over> exceeded,
        List<Month> months,
        @Nullable String withoutValue,
        String standard) {

    /** 未报送: its bureau released no sample of the quarter. */
    public static final String NOT_REPORTED = "not-reported";

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Keeps copies. */
    public PointResult {
        samples = List.copyOf(samples);
        exceeded = List.copyOf(exceeded);
        months = List.copyOf(months);
    }

    /**
     * A result over its limit.
     *
     * @param item key of the item
     * @param name in Chinese
     * @param value as it was reported
     * @param unit of value and limit; empty if there is none
     * @param limit as the table prints it: {@code ≤0.3}
     * @param multiple over the limit; null where that has no meaning
     */
    public record Over(
            String item,
            String name,
            LocalDate day,
            String value,
            String unit,
            String limit,
            @Nullable BigDecimal multiple) {}

    /**
     * A month of a source.
     *
     * @param month {@code 2026-07}
     * @param meets null where that cannot be said
     * @param withoutValue why there is no result; null where there is one
     */
    public record Month(
            String month, @Nullable Boolean meets, @Nullable String withoutValue) {}

    /** Share of results that met their limits, in %, to one decimal; null where none was judged. */
    public @Nullable BigDecimal qualifiedRate() {
        int judged = qualified + exceeding;
        return judged == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(qualified))
                        .divide(BigDecimal.valueOf(judged), 1, RoundingMode.HALF_EVEN);
    }

    /** Whether all was right; null where that cannot be said. */
    public @Nullable Boolean meets() {
        if (exceeding > 0) {
            return false;
        }
        boolean open = withoutValue != null
                || undecided > 0
                || qualified == 0
                || months.stream().anyMatch(each -> each.withoutValue() == null && each.meets() == null);
        return open ? null : true;
    }

    /** Months of a source of which there is no result. */
    public List<String> missingMonths() {
        return months.stream()
                .filter(each -> each.withoutValue() != null)
                .map(Month::month)
                .toList();
    }

    /** Whether everything that the quarter wants is there. */
    public boolean isComplete() {
        return withoutValue == null && missingMonths().isEmpty();
    }
}
