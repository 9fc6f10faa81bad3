package cn.bishui.complaints.complaint;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter thinks of the answer.
 *
 * @param satisfaction 1 (not at all) to 5 (very)
 */
public record Rating(int satisfaction, @Nullable String words, Instant at) {

    /** Refuses other figures with {@code complaint.satisfaction}. */
    public Rating {
        if (satisfaction < 1 || satisfaction > 5) {
            throw RuleBroken.invalid("complaint.satisfaction");
        }
    }
}
