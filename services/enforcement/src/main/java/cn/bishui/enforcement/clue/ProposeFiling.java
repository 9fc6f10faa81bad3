package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An inspector puts a decision on filing before the head. */
@Service
public class ProposeFiling {

    private final Clues clues;
    private final AuditLog audit;
    private final Clock clock;

    ProposeFiling(Clues clues, AuditLog audit, Clock clock) {
        this.clues = clues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes a decision.
     *
     * @param seen version of the clue that the inspector looked at, null to propose whatever was added since
     */
    @Transactional
    public void propose(UUID id, @Nullable Long seen, FilingDecision decision, String reason, Actor inspector) {
        if (!(clues.lock(id).orElseThrow(() -> new NotFound("clue", id)) instanceof Clue.Open open)) {
            throw RuleBroken.conflict("clue.not-open");
        }
        if (seen != null && seen != open.file().version()) {
            throw new StaleVersion(ClueAudit.subject(id), seen);
        }
        clues.save(open.propose(decision, reason, inspector, clock.instant()));
        audit.record(
                inspector,
                ClueAudit.PROPOSED,
                ClueAudit.subject(id),
                Map.of("decision", decision.id(), "reason", reason));
    }
}
