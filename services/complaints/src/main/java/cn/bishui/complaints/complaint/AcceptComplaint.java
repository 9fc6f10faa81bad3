package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintAccepted;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a complaint, at once where it is urgent. */
@Service
public class AcceptComplaint {

    private final Docket docket;
    private final Notices notices;
    private final Telling telling;

    AcceptComplaint(Docket docket, Notices notices, Telling telling) {
        this.docket = docket;
        this.notices = notices;
        this.telling = telling;
    }

    /** Accepts it. */
    @Transactional
    public void accept(UUID id, long seen, boolean urgent, Actor actor) {
        Move move = docket.moveBy(actor);
        enter(docket.open(id, seen, Complaint.Received.class).accept(urgent, move), move, "complaint.accepted", null);
    }

    /** Accepts what was refused, because a supervisor finds that it should not have been. */
    @Transactional
    public void overturn(UUID id, long seen, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Accepted accepted =
                docket.open(id, seen, Complaint.Refused.class).overturn(move);
        notices.waiting(id).stream()
                .filter(notice -> notice.kind() == NoticeKind.REFUSED)
                .forEach(notice -> notices.withdraw(notice.id(), actor, move.at()));
        enter(accepted, move, "complaint.refusal-overturned", reason);
    }

    private void enter(Complaint.Accepted accepted, Move move, String action, @Nullable String reason) {
        ComplaintFile file = accepted.file();
        LocalDate due = Docket.due(file);
        docket.enter(
                accepted,
                Entry.of(move, action)
                        .with("urgent", accepted.acceptance().urgent())
                        .with("due", String.valueOf(due))
                        .with("reason", reason)
                        .step("accepted", null, due, null),
                new ComplaintAccepted(
                        file.id().toString(),
                        file.number(),
                        accepted.acceptance().urgent(),
                        due,
                        Docket.provisional(file),
                        move.at()));
        telling.tell(file, NoticeKind.ACCEPTED, "", due, move);
    }
}
