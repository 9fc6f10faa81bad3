package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of the bureau gave more time for a complaint (Order 15, article 11: once, 30 days at most).
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, such as {@code ENV}
 * @param due last day on which to answer it now, in the district's time zone
 * @param dueProvisional true where the working-day calendar of that year is not published yet
 */
public record ComplaintExtended(
        String complaint, String number, String bureau, LocalDate due, boolean dueProvisional, Instant extendedAt)
        implements ComplaintsFact {}
