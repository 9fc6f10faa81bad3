package cn.bishui.contracts.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint is about was put right: all of it, whatever changed.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param pollutionType {@code water}, {@code air}, {@code noise}, {@code solid-waste}, {@code hazardous-waste}, {@code
 *     soil}, {@code radiation}, {@code ecology}, {@code construction} or {@code other}
 * @param waterSubtype for {@code water}, such as {@code industrial} or {@code black-odorous}; null where it is another
 *     type or not known
 * @param street the street or township (街道, 乡镇) that it is about, null where that is not known
 */
public record ComplaintCorrected(
        String complaint,
        String number,
        String pollutionType,
        @Nullable String waterSubtype,
        @Nullable String street,
        Instant correctedAt)
        implements ComplaintsFact {}
