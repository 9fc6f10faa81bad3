package cn.bishui.contracts.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing more is to be done about a complaint.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handled it, null where none did
 */
public record ComplaintClosed(
        String complaint, String number, @Nullable String bureau, Instant closedAt) implements ComplaintsFact {}
