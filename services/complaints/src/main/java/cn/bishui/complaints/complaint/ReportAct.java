package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells enforcement of an act against the law that the investigation found: it opens a clue, which has its own clock. */
@Service
public class ReportAct {

    private final Complaints complaints;
    private final Acts acts;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ReportAct(Complaints complaints, Acts acts, Outbox outbox, AuditLog audit, Clock clock) {
        this.complaints = complaints;
        this.acts = acts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells it, once. */
    @Transactional
    public void report(
            UUID id,
            String unit,
            String unitName,
            @Nullable String outlet,
            String act,
            LocalDate foundOn,
            Actor actor) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        if (!(complaint instanceof Complaint.InBureau working)
                || !working.assignment().involves(actor.bureau())) {
            throw Complaint.unknown();
        }
        Instant now = clock.instant();
        if (foundOn.isAfter(LegalClocks.day(now))) {
            throw RuleBroken.invalid("complaint.found-later");
        }
        if (!acts.add(id, new Act(unit, unitName, outlet, act, foundOn, actor.username(), now, null, null))) {
            throw RuleBroken.conflict("complaint.act-reported");
        }
        audit.record(
                actor, "complaint.act-found", Docket.subject(complaint.file()), Map.of("unit", unit, "reason", act));
        outbox.append(new ComplaintActFound(
                id.toString(), complaint.file().number(), unit, unitName, outlet, act, foundOn, now));
    }
}
