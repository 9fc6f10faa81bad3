package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.hotline.Finding;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the result of an investigation before the head. */
@Service
public class DraftResult {

    private final Docket docket;

    DraftResult(Docket docket) {
        this.docket = docket;
    }

    /** Drafts it. */
    @Transactional
    public void draft(UUID id, long seen, Draft draft, Actor actor) {
        Move move = docket.moveBy(actor);
        Result result = new Result(
                draft.finding(), draft.checked(), draft.found(), draft.action(), draft.answer(), move.by(), move.at());
        docket.enter(
                docket.open(id, seen, Complaint.Investigating.class).draft(result, move),
                Entry.of(move, "complaint.result-drafted")
                        .with("finding", draft.finding().id()));
    }

    /**
     * What the drafter writes; Order 15 art. 12.
     *
     * @param checked what was checked
     * @param found what was found
     * @param action what was done about it
     * @param answer what the reporter is told
     */
    public record Draft(Finding finding, String checked, String found, String action, String answer) {}
}
