package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of drinking water was assessed for a month, or its full-index test for a year: a surface source by GB 3838-2002 table 1
 * at class III and tables 2 and 3, a groundwater source by GB/T 14848-2017 at class III. It is told as well when nothing was
 * found in a period that is due, so that no source falls out of a list in silence. A later revision of the same source and
 * period corrects an earlier one.
 *
 * @param source code of the source
 * @param sourceKind {@code surface} or {@code groundwater}
 * @param period {@code 2026-11}, or {@code 2026} for the full-index test of a year
 * @param revision 1 for the first, one more for each correction
 * @param fullIndex whether all items of the standard were to be tested, not only the monthly ones
 * @param waterClass 1 to 6 of surface water (6 for worse than class V), 1 to 5 of groundwater; null where there is none
 * @param meets whether all items that count meet their limits; null where that cannot be said
 * @param exceeded what does not
 * @param items how many items were held against limits
 * @param missing how many items of the set were not tested
 * @param supplyPerDay m³ a day that it gives; null where it is not known
 * @param withoutValue why there is none: {@code ice}, {@code dry}, {@code no-access}, or {@code not-sampled} where nobody said why;
 *     null where there is one
 * @param standard id of the standard
 * @param assessedAt when it was assessed
 */
public record SourceAssessed(
        String source,
        String sourceName,
        String sourceKind,
        String period,
        int revision,
        boolean fullIndex,
        @Nullable Integer waterClass,
        @Nullable Boolean meets,
        List<Exceeded> exceeded,
        int items,
        int missing,
        @Nullable BigDecimal supplyPerDay,
        @Nullable String withoutValue,
        String standard,
        Instant assessedAt)
        implements MonitoringFact {

    /** Keeps a copy. */
    public SourceAssessed {
        exceeded = List.copyOf(exceeded);
    }

    /**
     * An item beyond its limit.
     *
     * @param item code of HJ 212-2017 table B.1 or HJ 525-2009 where there is one, the Chinese name else
     * @param multiple over the limit; null for pH and dissolved oxygen
     */
    public record Exceeded(
            String item, String name, @Nullable BigDecimal multiple) {}

    @Override
    public String key() {
        return "source/" + source;
    }
}
