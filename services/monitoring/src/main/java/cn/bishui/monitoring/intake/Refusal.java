package cn.bishui.monitoring.intake;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Packets of one kind that were refused, until the duty officer has seen to them.
 *
 * @param reason code of a {@link RefusalReason}
 * @param mn as sent, or {@link Logbook#OTHERS}
 * @param remote address, or {@link Logbook#OTHERS}
 * @param cn command of the last packet
 * @param acknowledgedAt null while it waits
 */
public record Refusal(
        long id,
        String reason,
        String mn,
        String remote,
        String cn,
        long packets,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String note,
        long version) {

    /** The refusal as seen to; code {@code refusal.acknowledged} if it was before. */
    public Refusal acknowledged(String by, String remark, Instant at) {
        if (acknowledgedAt != null) {
            throw RuleBroken.conflict("refusal.acknowledged");
        }
        return new Refusal(id, reason, mn, remote, cn, packets, firstSeen, lastSeen, at, by, remark, version + 1);
    }

    /** What the audit log calls it. */
    public String subject() {
        return "refusal/" + id;
    }
}
