package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintAssigned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an accepted complaint to the bureau that is competent. */
@Service
public class AssignComplaint {

    private final Docket docket;

    AssignComplaint(Docket docket) {
        this.docket = docket;
    }

    /**
     * Assigns it.
     *
     * @param joint further bureaus that work on it under the lead of the first
     */
    @Transactional
    public void assign(UUID id, long seen, String bureau, List<String> joint, Actor actor) {
        Move move = docket.moveBy(actor);
        Assignment assignment = new Assignment(bureau, joint, false, move.by(), move.at());
        enter(
                docket.open(id, seen, Complaint.Accepted.class).assign(assignment, move),
                move,
                "complaint.assigned",
                null);
    }

    /** Decides an objection: the same bureau or another, alone or with others; nobody objects again. */
    @Transactional
    public void settle(UUID id, long seen, String bureau, List<String> joint, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        Assignment assignment = new Assignment(bureau, joint, true, move.by(), move.at());
        enter(
                docket.open(id, seen, Complaint.Objected.class).settle(assignment, move),
                move,
                "complaint.competence-settled",
                reason);
    }

    private void enter(Complaint.Assigned assigned, Move move, String action, @Nullable String reason) {
        ComplaintFile file = assigned.file();
        Assignment to = assigned.assignment();
        docket.enter(
                assigned,
                Entry.of(move, action)
                        .with("bureau", to.bureau())
                        .with("joint", to.joint().isEmpty() ? null : to.joint())
                        .with("reason", reason)
                        .step("assigned", to.bureau(), Docket.due(file), null),
                new ComplaintAssigned(
                        file.id().toString(),
                        file.number(),
                        to.bureau(),
                        to.joint(),
                        Docket.dueOf(file),
                        Docket.provisional(file),
                        move.at()));
    }
}
