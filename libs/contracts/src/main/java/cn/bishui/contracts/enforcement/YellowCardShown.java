package cn.bishui.contracts.enforcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit was shown a yellow card (黄牌): warned in public, and told to limit or stop production until it has rectified.
 *
 * @param number what people call it, such as {@code HP-2026-0001}
 * @param unit unified social credit code of the unit
 * @param exceedances ids of the exceedances it is shown for
 * @param reason why, in Chinese, fit for publication
 * @param measure {@code limit-production} or {@code stop-production}
 * @param shownOn the day on which the bureau's head signed
 */
public record YellowCardShown(
        String clue,
        String number,
        String unit,
        String unitName,
        List<String> exceedances,
        String reason,
        String measure,
        LocalDate shownOn,
        Instant shownAt)
        implements EnforcementFact {

    public YellowCardShown {
        exceedances = List.copyOf(exceedances);
    }
}
