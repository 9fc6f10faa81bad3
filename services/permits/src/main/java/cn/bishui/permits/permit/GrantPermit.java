package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.messaging.Outbox;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approver grants a permit: from now on its limits are in force for everybody. */
@Service
public class GrantPermit {

    private final Permits permits;
    private final Units units;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    GrantPermit(Permits permits, Units units, Outbox outbox, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Grants it; codes {@code permit.missing}, {@code permit.not-submitted}, {@code permit.four-eyes}.
     *
     * @param version what the approver saw
     */
    @Transactional
    public void grant(String number, long version, Actor approver) {
        if (!(permits.seen(number, version) instanceof Permit.Submitted submitted)) {
            throw RuleBroken.conflict("permit.not-submitted", number);
        }
        Instant now = clock.instant();
        Permit.Granted granted = submitted.grant(approver, now);
        long newVersion = permits.save(granted, now);
        Unit unit = units.named(granted.terms().number().unit().value());
        outbox.append(granted.registerEntry(unit, newVersion));
        outbox.append(granted.fact(unit));
        audit.record(approver, "permit.granted", "permit/" + number, Map.of());
    }
}
