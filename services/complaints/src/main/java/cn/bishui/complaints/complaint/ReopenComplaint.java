package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the reporter say that it goes on after all. */
@Service
public class ReopenComplaint {

    private final Docket docket;
    private final AddFact addFact;
    private final ComplaintSettings settings;

    ReopenComplaint(Docket docket, AddFact addFact, ComplaintSettings settings) {
        this.docket = docket;
        this.addFact = addFact;
        this.settings = settings;
    }

    /**
     * Has the bureau deal with it again.
     *
     * @param words what goes on
     */
    @Transactional
    public void reopen(UUID id, String words, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Answered answered = docket.open(id, Complaint.Answered.class);
        if (!mayReopen(answered, move.at())) {
            throw RuleBroken.conflict("complaint.reopen-late", settings.reopenDays());
        }
        addFact.addTo(answered, words, actor);
        Complaint.Assigned again = answered.reopen(move);
        docket.enter(
                again,
                Entry.of(move, "complaint.reopened")
                        .step("reopened", again.assignment().bureau(), Docket.due(again.file()), null),
                Docket.reopened(again, move));
    }

    /** Whether an answer is young enough. */
    public boolean mayReopen(Complaint.Answered answered, Instant now) {
        return !LegalClocks.day(now).isAfter(lastDay(answered));
    }

    /** The last day on which an answer is young enough. */
    public LocalDate lastDay(Complaint.Answered answered) {
        return answered.reopenableUntil(settings.reopenDays());
    }
}
