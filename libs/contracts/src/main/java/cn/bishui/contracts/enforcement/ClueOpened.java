package cn.bishui.contracts.enforcement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clue (线索) was opened: the time in which to decide on filing a case began.
 *
 * @param number what people call it, such as {@code XS-2026-0001}
 * @param unit unified social credit code of the unit
 * @param outlet code of the outlet, null where the clue is about the unit as a whole
 * @param exceedance id of the exceedance that led to it, null where something else did
 * @param due last day on which to decide on filing
 * @param dueProvisional true where the working-day calendar of that year is not published yet
 * @param complaint id of the complaint that led to it, null where something else did
 */
public record ClueOpened(
        String clue,
        String number,
        String unit,
        String unitName,
        @Nullable String outlet,
        @Nullable String exceedance,
        LocalDate due,
        boolean dueProvisional,
        Instant openedAt,
        @Nullable String complaint)
        implements EnforcementFact {}
