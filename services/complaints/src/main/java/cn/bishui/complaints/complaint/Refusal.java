package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision not to accept a complaint.
 *
 * @param told what the reporter is told: where to go, how to query, what can be asked for
 * @param first the earlier complaint it points at, null where it points at none
 */
public record Refusal(
        IntakeOutcome outcome, String told, @Nullable UUID first, String by, Instant at) {

    /** Refuses an outcome that accepts, and one that points at no earlier complaint though it must. */
    public Refusal {
        if (outcome.accepted()) {
            throw RuleBroken.invalid("complaint.outcome", outcome.id());
        }
        if (outcome.needsFirst() && first == null) {
            throw RuleBroken.invalid("complaint.first-missing");
        }
    }
}
