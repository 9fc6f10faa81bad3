package cn.bishui.contracts.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (举报) was taken in, whatever comes of it.
 *
 * @param number what people call it, such as {@code JB-2026-0000123}
 * @param channel {@code phone_12369}, {@code wechat}, {@code web}, {@code letter}, {@code visit}, {@code
 *     government_hotline_12345}, {@code superior_assignment}, {@code media}, {@code patrol} or {@code online_alert}
 * @param pollutionType in Chinese: 水, 大气, 噪声, 固废, 危废, 土壤, 辐射, 生态破坏, 建设项目 or 其他
 * @param waterSubtype for 水, in Chinese, such as 工业废水 or 黑臭水体; null where it is another type or not known
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
