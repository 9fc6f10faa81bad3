package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of the bureau signed the result of a complaint, and it was passed to the reporter where one can be reached.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, such as {@code ENV}
 * @param outcome the finding: {@code true} (属实), {@code partly-true} (部分属实), {@code untrue} (不属实), {@code
 *     unverifiable} (无法核实) or {@code repeat} (重复)
 * @param due last day on which it was to be answered, in the district's time zone
 * @param inTime whether it was answered by then
 */
public record ComplaintAnswered(
        String complaint,
        String number,
        String bureau,
        String outcome,
        LocalDate due,
        boolean inTime,
        Instant answeredAt)
        implements ComplaintsFact {}
