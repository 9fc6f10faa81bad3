package cn.bishui.permits.permit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.Units;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk changes a draft, or a permit that was sent back. */
@Service
public class RevisePermit {

    private final Permits permits;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    RevisePermit(Permits permits, Units units, AuditLog audit, Clock clock) {
        this.permits = permits;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Replaces the terms; codes {@code permit.missing}, {@code permit.not-open}, {@code permit.outlet-missing}.
     *
     * @param version what the clerk saw
     */
    @Transactional
    public void revise(Terms terms, long version, Actor clerk) {
        String number = terms.number().value();
        if (!(permits.seen(number, version) instanceof Permit.Open open)) {
            throw RuleBroken.conflict("permit.not-open", number);
        }
        terms.checkOutletsOf(units.named(terms.number().unit().value()));
        permits.save(open.revise(terms, clerk), clock.instant());
        audit.record(clerk, "permit.revised", "permit/" + number, AuditedTerms.of(terms));
    }
}
