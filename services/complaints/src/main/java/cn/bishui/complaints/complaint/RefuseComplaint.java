package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.complaints.ComplaintRefused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does not accept a complaint, and says what the reporter is told instead. */
@Service
public class RefuseComplaint {

    private final Complaints complaints;
    private final Docket docket;
    private final Telling telling;

    RefuseComplaint(Complaints complaints, Docket docket, Telling telling) {
        this.complaints = complaints;
        this.docket = docket;
        this.telling = telling;
    }

    /**
     * Refuses it.
     *
     * @param told what the reporter is told: where to go, how to query, what can be asked for
     * @param first number of the earlier complaint it repeats, null if it repeats none
     */
    @Transactional
    public void refuse(UUID id, long seen, IntakeOutcome outcome, String told, @Nullable String first, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Received received = docket.open(id, seen, Complaint.Received.class);
        UUID earlier = first == null || first.isBlank() ? null : earlier(first.strip(), outcome);
        Complaint.Refused refused = received.refuse(outcome, told, earlier, move);
        docket.enter(
                refused,
                Entry.of(move, "complaint.refused")
                        .with("outcome", outcome.id())
                        .with("reason", told)
                        .with("first", first)
                        .step(outcome.needsFirst() ? "linked" : "refused", null, null, told),
                new ComplaintRefused(
                        id.toString(),
                        refused.file().number(),
                        outcome.id(),
                        earlier == null ? null : earlier.toString(),
                        move.at()));
        telling.tell(refused.file(), NoticeKind.REFUSED, told, move);
    }

    /** The first of a chain of repeats, so that all that was told is linked at one place. */
    private UUID earlier(String number, IntakeOutcome outcome) {
        Complaint complaint =
                complaints.numbered(number).orElseThrow(() -> RuleBroken.invalid("complaint.first-unknown", number));
        if (complaint instanceof Complaint.Refused refused && refused.refusal().first() != null) {
            complaint = complaints.find(refused.refusal().first()).orElseThrow(Complaint::unknown);
        }
        if (outcome == IntakeOutcome.REPEAT && !isWorkedOn(complaint)) {
            throw RuleBroken.conflict(
                    "complaint.first-not-worked-on", complaint.file().number());
        }
        if (outcome == IntakeOutcome.UNSATISFIED && !isAnswered(complaint)) {
            throw RuleBroken.conflict(
                    "complaint.first-not-answered", complaint.file().number());
        }
        return complaint.file().id();
    }

    /** What is told to the reporter of a repeat is that the first is accepted: nobody would deal with it otherwise. */
    private static boolean isWorkedOn(Complaint first) {
        return switch (first) {
            case Complaint.Received _, Complaint.Refused _, Complaint.Closed _ -> false;
            case Complaint.Accepted _, Complaint.InBureau _ -> true;
        };
    }

    private static boolean isAnswered(Complaint first) {
        return switch (first) {
            case Complaint.Answered _, Complaint.Reexamining _, Complaint.Reviewing _, Complaint.Closed _ -> true;
            case Complaint.Received _, Complaint.Refused _, Complaint.Accepted _, Complaint.InBureau _ -> false;
        };
    }
}
