package cn.bishui.disclosure.exceedance;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What monitoring says now of an exceedance that it told.
 *
 * @param exceedance id of the exceedance
 * @param revision a higher one replaces a lower one
 * @param stands whether the day is over its limit now; if not, the exceedance is withdrawn
 * @param value what is judged now, null where there is nothing to judge any more
 * @param limit the bound that is broken, null unless it stands
 * @param limitMin lower bound in force, null where there is none
 * @param limitMax upper bound in force, null where there is none
 * @param multiple how far over, null where there is no such figure
 * @param limitSet version of the permit's limits, null where nothing is judged
 * @param reason {@code late-data}, {@code changed-data}, {@code on-site-sample} or {@code limit-changed}
 */
public record Correction(
        String exceedance,
        int revision,
        boolean stands,
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal limitMin,
        @Nullable BigDecimal limitMax,
        @Nullable BigDecimal multiple,
        @Nullable String limitSet,
        String reason,
        Instant correctedAt) {}
