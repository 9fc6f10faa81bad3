package cn.bishui.monitoring.duty;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody on duty has seen to an alert, and how. */
@Service
public class AcknowledgeAlert {

    private final Acknowledgements acknowledgements;
    private final AuditLog audit;
    private final Clock clock;

    AcknowledgeAlert(Acknowledgements acknowledgements, AuditLog audit, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes it.
     *
     * @param kind of the alert
     * @param ref names it within its kind
     * @param note what was found and done
     * @throws RuleBroken with code {@code alert.acknowledged} if somebody did before
     */
    @Transactional
    public void acknowledge(String kind, String ref, String note, Actor actor) {
        if (!acknowledgements.exists(kind, ref)) {
            throw new NotFound("alert", kind + "/" + ref);
        }
        if (!acknowledgements.add(kind, ref, note, clock.instant(), actor.username())) {
            throw RuleBroken.conflict("alert.acknowledged");
        }
        audit.record(actor, "alert.acknowledged", "alert/" + kind + "/" + ref, Map.of("reason", note));
    }
}
