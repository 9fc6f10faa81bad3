package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approver sends a permit back to the clerk. */
@Service
public class ReturnPermit {

    private final Permits permits;
    private final AuditLog audit;
    private final Clock clock;

    ReturnPermit(Permits permits, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends it back; codes {@code permit.missing}, {@code permit.not-submitted}, {@code permit.four-eyes}.
     *
     * @param version what the approver saw
     */
    @Transactional
    public void sendBack(String number, long version, String reason, Actor approver) {
        if (!(permits.seen(number, version) instanceof Permit.Submitted submitted)) {
            throw RuleBroken.conflict("permit.not-submitted", number);
        }
        Instant now = clock.instant();
        permits.save(submitted.sendBack(approver, reason, now), now);
        audit.record(approver, "permit.returned", "permit/" + number, Map.of("reason", reason));
    }
}
