package cn.bishui.complaints.supervision;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a complaint under supervision, and ends it; Order 15 art. 14. */
@Service
public class SuperviseComplaint {

    private final Complaints complaints;
    private final Supervisions supervisions;
    private final AuditLog audit;
    private final Clock clock;

    SuperviseComplaint(Complaints complaints, Supervisions supervisions, AuditLog audit, Clock clock) {
        this.complaints = complaints;
        this.supervisions = supervisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a bureau has dealt with it or has to: also after its answer, which may not be carried out. */
    public static boolean possible(Complaint complaint) {
        return complaint instanceof Complaint.InBureau;
    }

    /**
     * Supervises it; codes {@code complaint.state}, {@code supervision.running}, {@code supervision.past}.
     *
     * @param demand what is to be done
     * @param due last day, from today
     */
    @Transactional
    public void supervise(UUID id, SupervisionReason reason, String demand, LocalDate due, Actor actor) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        if (!possible(complaint)) {
            throw RuleBroken.conflict(
                    "complaint.state", ComplaintSheet.of(complaint).state().id());
        }
        Instant now = clock.instant();
        if (due.isBefore(LegalClocks.day(now))) {
            throw RuleBroken.invalid("supervision.past");
        }
        boolean added = supervisions.add(
                new Supervision(UUID.randomUUID(), id, reason, demand, due, actor.username(), now, null));
        if (!added) {
            throw RuleBroken.conflict("supervision.running");
        }
        audit.record(
                actor,
                "complaint.supervised",
                UrgeBureau.subject(complaint),
                Map.of("supervision", reason.id(), "due", due.toString(), "reason", demand));
    }

    /**
     * Ends it; codes {@code supervision.unknown}, {@code supervision.closed}.
     *
     * @param outcome what came of it
     */
    @Transactional
    public void close(UUID supervision, String outcome, Actor actor) {
        Supervision running =
                supervisions.lock(supervision).orElseThrow(() -> RuleBroken.missing("supervision.unknown"));
        if (running.closing() != null) {
            throw RuleBroken.conflict("supervision.closed");
        }
        supervisions.closed(supervision, new Supervision.Closing(outcome, actor.username(), clock.instant()));
        Complaint complaint = complaints.find(running.complaint()).orElseThrow(Complaint::unknown);
        audit.record(actor, "complaint.supervision-closed", UrgeBureau.subject(complaint), Map.of("reason", outcome));
    }
}
