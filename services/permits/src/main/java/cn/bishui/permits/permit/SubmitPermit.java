package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk hands a permit to the approver. */
@Service
public class SubmitPermit {

    private final Permits permits;
    private final AuditLog audit;
    private final Clock clock;

    SubmitPermit(Permits permits, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Submits it; codes {@code permit.missing}, {@code permit.not-open}.
     *
     * @param version what the clerk saw
     */
    @Transactional
    public void submit(String number, long version, Actor clerk) {
        if (!(permits.seen(number, version) instanceof Permit.Open open)) {
            throw RuleBroken.conflict("permit.not-open", number);
        }
        Instant now = clock.instant();
        permits.save(open.submit(clerk, now), now);
        audit.record(clerk, "permit.submitted", "permit/" + number, Map.of());
    }
}
