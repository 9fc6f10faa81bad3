package cn.bishui.contracts.complaints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A complaint was given to a bureau to handle, for the first time or anew.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, such as {@code ENV}
 * @param joint ids of the bureaus that take part, none where it is one bureau's alone
 * @param due last day on which to answer it, in the district's time zone
 * @param dueProvisional true where the working-day calendar of that year is not published yet
 */
public record ComplaintAssigned(
        String complaint,
        String number,
        String bureau,
        List<String> joint,
        LocalDate due,
        boolean dueProvisional,
        Instant assignedAt)
        implements ComplaintsFact {

    public ComplaintAssigned {
        joint = List.copyOf(joint);
    }
}
