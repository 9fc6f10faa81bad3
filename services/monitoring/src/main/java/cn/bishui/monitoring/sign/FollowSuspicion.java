package cn.bishui.monitoring.sign;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what enforcement makes of suspicions. */
@Service
public class FollowSuspicion {

    private static final Actor ENFORCEMENT = Actor.system("enforcement");

    private final Suspicions suspicions;
    private final AuditLog audit;

    FollowSuspicion(Suspicions suspicions, AuditLog audit) {
        this.suspicions = suspicions;
        this.audit = audit;
    }

    /** It became evidence of a clue. */
    @Transactional
    public void handedOver(UUID id, String clue, String clueNumber) {
        if (suspicions.handOver(id, clue, clueNumber)) {
            audit.record(
                    ENFORCEMENT,
                    "suspicion.handed-over",
                    Found.subject(id),
                    Map.of("clue", clue, "reason", clueNumber));
        }
    }

    /** No case was filed on the clue. */
    @Transactional
    public void dismissed(String clue, String reason, Instant at) {
        decided(clue, Suspicion.State.DISMISSED, reason, at);
    }

    /** A case was filed on the clue. */
    @Transactional
    public void caseFiled(String clue, String caseNumber, Instant at) {
        decided(clue, Suspicion.State.CASE_FILED, caseNumber, at);
    }

    private void decided(String clue, Suspicion.State state, String outcome, Instant at) {
        for (UUID id : suspicions.decide(clue, state, outcome, at)) {
            audit.record(
                    ENFORCEMENT,
                    "suspicion." + state.code(),
                    Found.subject(id),
                    Map.of("clue", clue, "reason", outcome));
        }
    }
}
