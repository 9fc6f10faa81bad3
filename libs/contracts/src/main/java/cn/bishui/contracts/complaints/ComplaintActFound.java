package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A handler found on site that a unit did what a complaint said, or something else that may break the law. It is for
 * enforcement to decide whether a case is filed.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet, such as {@code DW001}; null where the act is not tied to one
 * @param act what was found, in the handler's own words and never in the reporter's, in Chinese
 * @param foundOn the day on which it was found, in the district's time zone
 */
public record ComplaintActFound(
        String complaint,
        String number,
        String unit,
        String unitName,
        @Nullable String outlet,
        String act,
        LocalDate foundOn,
        Instant foundAt)
        implements ComplaintsFact {}
