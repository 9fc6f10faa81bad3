package cn.bishui.contracts.complaints;

import java.time.Instant;

/**
 * The reporter said how satisfied he or she is with the handling; a later rating replaces an earlier one.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param bureau id of the bureau that handles it, such as {@code ENV}
 * @param satisfaction from 1, not at all, to 5, very
 */
public record ComplaintRated(String complaint, String number, String bureau, int satisfaction, Instant ratedAt)
        implements ComplaintsFact {}
