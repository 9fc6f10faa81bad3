package cn.bishui.contracts.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint was not accepted (不予受理).
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param outcome why: {@code not-accept-other-department}, {@code not-accept-legal-route}, {@code not-accept-repeat} or
 *     {@code not-accept-unsatisfied} (Order 15, article 8)
 * @param linkedTo id of the complaint that was accepted on the same matter, null where there is none
 */
public record ComplaintRefused(
        String complaint,
        String number,
        String outcome,
        @Nullable String linkedTo,
        Instant refusedAt) implements ComplaintsFact {}
