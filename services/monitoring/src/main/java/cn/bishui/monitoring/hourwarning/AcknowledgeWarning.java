package cn.bishui.monitoring.hourwarning;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody on duty has seen a warning. */
@Service
public class AcknowledgeWarning {

    private final HourlyWarnings warnings;
    private final AuditLog audit;
    private final Clock clock;

    AcknowledgeWarning(HourlyWarnings warnings, AuditLog audit, Clock clock) {
        this.warnings = warnings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Acknowledges it.
     *
     * @throws RuleBroken with code {@code warning.acknowledged} if somebody did before, {@code warning.withdrawn} if there is nothing
     *     left to see
     */
    @Transactional
    public void acknowledge(String id, Actor actor) {
        if (!warnings.acknowledge(id, actor.username(), clock.instant())) {
            Boolean stands = warnings.stands(id);
            if (stands == null) {
                throw new NotFound("warning", id);
            }
            if (!stands) {
                throw RuleBroken.conflict("warning.withdrawn");
            }
            throw RuleBroken.conflict("warning.acknowledged");
        }
        audit.record(actor, "warning.acknowledged", "warning/" + id, Map.of());
    }

    /**
     * Acknowledges those of some that still wait: what was acknowledged or withdrawn meanwhile stays as it is.
     *
     * @return how many were
     */
    @Transactional
    public int acknowledge(List<String> ids, Actor actor) {
        int acknowledged = 0;
        for (String id : new TreeSet<>(ids)) {
            if (warnings.acknowledge(id, actor.username(), clock.instant())) {
                acknowledged++;
                audit.record(actor, "warning.acknowledged", "warning/" + id, Map.of());
            }
        }
        return acknowledged;
    }
}
