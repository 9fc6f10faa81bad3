package cn.bishui.monitoring.intake;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that the duty officer has seen to a refusal, and how. */
@Service
public class AcknowledgeRefusal {

    private final Refusals refusals;
    private final AuditLog audit;
    private final Clock clock;

    AcknowledgeRefusal(Refusals refusals, AuditLog audit, Clock clock) {
        this.refusals = refusals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Acknowledges it.
     *
     * @param note what was found and done
     */
    @Transactional
    public void acknowledge(long id, String note, Actor actor) {
        Refusal refusal = refusals.find(id).orElseThrow(() -> new NotFound("refusal", id));
        Refusal acknowledged = refusal.acknowledged(actor.username(), note, clock.instant());
        if (!refusals.acknowledge(acknowledged)) {
            throw new StaleVersion(refusal.subject(), refusal.version());
        }
        audit.record(
                actor,
                "refusal.acknowledged",
                refusal.subject(),
                Map.of("reason", refusal.reason(), "mn", refusal.mn(), "remote", refusal.remote(), "note", note));
    }
}
