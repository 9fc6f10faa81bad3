package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that had been answered was taken up again. It counts once, and is to be answered once more.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, null where it is to be assigned anew
 * @param due last day on which to answer it, in the district's time zone
 * @param dueProvisional true where the working-day calendar of that year is not published yet
 */
public record ComplaintReopened(
        String complaint,
        String number,
        @Nullable String bureau,
        LocalDate due,
        boolean dueProvisional,
        Instant reopenedAt)
        implements ComplaintsFact {}
