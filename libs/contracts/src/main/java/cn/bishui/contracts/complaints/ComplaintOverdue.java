package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of a complaint ran out before what it asks for was done.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, null where it is not assigned
 * @param clock id of the clock in the legal clocks, such as {@code CMP-FINISH}
 * @param due last day of that clock, in the district's time zone
 */
public record ComplaintOverdue(
        String complaint, String number, @Nullable String bureau, String clock, LocalDate due, Instant overdueAt)
        implements ComplaintsFact {}
