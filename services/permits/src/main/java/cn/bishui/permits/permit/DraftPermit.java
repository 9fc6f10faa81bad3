package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.Units;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk writes a permit. */
@Service
public class DraftPermit {

    private final Permits permits;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    DraftPermit(Permits permits, Units units, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a draft; codes {@code unit.missing}, {@code permit.outlet-missing}, {@code permit.taken}. */
    @Transactional
    public Permit draft(Terms terms, Actor clerk) {
        Unit unit = units.named(terms.number().unit().value());
        terms.checkOutletsOf(unit);
        Permit.Draft draft = new Permit.Draft(terms, clerk.username(), 1);
        if (!permits.add(draft, clock.instant())) {
            throw RuleBroken.conflict("permit.taken", terms.number());
        }
        audit.record(clerk, "permit.drafted", "permit/" + terms.number(), AuditedTerms.of(terms));
        return draft;
    }
}
