package cn.bishui.enforcement.clue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What monitoring says now of an exceedance that it told.
 *
 * @param exceedance id of the exceedance
 * @param revision a higher one replaces a lower one
 * @param stands whether the day is over its limit now
 * @param value what is judged now, null where there is nothing to judge any more
 * @param limit the bound that is broken, null unless it stands
 * @param limitMin lower bound in force, null where there is none
 * @param limitMax upper bound in force, null where there is none
 * @param multiple how far over, null where there is no such figure
 * @param reason {@code late-data}, {@code changed-data}, {@code on-site-sample} or {@code limit-changed}
 * @param limitSet version of the permit's limits, null where nothing is judged
 * @param device MN of the device, null for a sample taken on site
 * @param correctedAt when monitoring judged it anew
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
        String reason,
        @Nullable String limitSet,
        @Nullable String device,
        Instant correctedAt) {}
