package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.Moment;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintClosed;
import cn.bishui.contracts.complaints.ComplaintOverdue;
import cn.bishui.messaging.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a complaint to those whom its clocks name: its handler before it is due, the supervisor when it is, then the head. */
@Service
public class TellWhatIsDue {

    private static final Actor SYSTEM = Actor.system("complaints");

    private final Complaints complaints;
    private final Reminders reminders;
    private final Docket docket;
    private final AuditLog audit;
    private final Outbox outbox;

    TellWhatIsDue(Complaints complaints, Reminders reminders, Docket docket, AuditLog audit, Outbox outbox) {
        this.complaints = complaints;
        this.reminders = reminders;
        this.docket = docket;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Tells everything up to a moment that was not told; what the reporter can do nothing more about is closed. */
    @Transactional
    public void tell(UUID id, Instant until) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        Move move = docket.moveBy(SYSTEM);
        ComplaintFile file = complaint.file();
        List<ComplaintClocks.Due> due = file.clocks().pending(until, move.law());
        for (ComplaintClocks.Due each : due) {
            reminders.add(id, each.clock(), each.moment(), move.at());
            if (each.moment().kind() == Moment.Kind.OVERDUE && each.moment().tells() == Moment.Recipient.SUPERVISOR) {
                overdue(complaint, each, move);
            }
        }
        Complaint told = complaint.with(file.withClocks(file.clocks().told(until)));
        if (told instanceof Complaint.Answered answered && docket.isOver(answered, until)) {
            docket.enter(
                    answered.close(move),
                    Entry.of(move, "complaint.closed").step("closed"),
                    new ComplaintClosed(
                            id.toString(), file.number(), answered.assignment().bureau(), move.at()));
        } else {
            docket.enterClocks(told);
        }
    }

    private void overdue(Complaint complaint, ComplaintClocks.Due due, Move move) {
        ComplaintFile file = complaint.file();
        audit.record(
                SYSTEM,
                "complaint.overdue",
                Docket.subject(file),
                Map.of(
                        "clock",
                        due.clock().clock(),
                        "due",
                        due.clock().lastDay().toString()));
        outbox.append(new ComplaintOverdue(
                file.id().toString(),
                file.number(),
                complaint instanceof Complaint.InBureau inBureau
                        ? inBureau.assignment().bureau()
                        : null,
                due.clock().clock(),
                due.clock().lastDay(),
                move.at()));
    }
}
