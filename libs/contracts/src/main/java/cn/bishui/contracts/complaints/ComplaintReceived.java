package cn.bishui.contracts.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (举报) was taken in, whatever comes of it.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param channel {@code phone}, {@code wechat}, {@code web}, {@code letter}, {@code visit}, {@code hotline-12345}, {@code
 *     superior}, {@code media}, {@code patrol} or {@code online-alert}
 * @param pollutionType {@code water}, {@code air}, {@code noise}, {@code solid-waste}, {@code hazardous-waste}, {@code
 *     soil}, {@code radiation}, {@code ecology}, {@code construction} or {@code other}
 * @param waterSubtype for {@code water}, such as {@code industrial} or {@code black-odorous}; null where it is another
 *     type or not known
 * @param street the street or township (街道, 乡镇) that it is about, null where that is not known
 */
public record ComplaintReceived(
        String complaint,
        String number,
        String channel,
        String pollutionType,
        @Nullable String waterSubtype,
        @Nullable String street,
        Instant receivedAt)
        implements ComplaintsFact {}
