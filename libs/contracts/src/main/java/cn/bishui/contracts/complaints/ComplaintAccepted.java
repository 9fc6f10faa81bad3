package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint was accepted (受理): it will be looked into.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param urgent whether it is about a sudden incident or could become a mass event, and so was accepted at once
 * @param due last day on which to answer it, in the district's time zone; null where no clock runs yet
 * @param dueProvisional true where the working-day calendar of that year is not published yet
 */
public record ComplaintAccepted(
        String complaint,
        String number,
        boolean urgent,
        @Nullable LocalDate due,
        boolean dueProvisional,
        Instant acceptedAt)
        implements ComplaintsFact {}
