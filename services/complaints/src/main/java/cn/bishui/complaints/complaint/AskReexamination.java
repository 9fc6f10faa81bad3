package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for re-examination of an answer, or for review of the re-examination. */
@Service
public class AskReexamination {

    private final ReadByReporter readByReporter;
    private final Docket docket;

    AskReexamination(ReadByReporter readByReporter, Docket docket) {
        this.readByReporter = readByReporter;
        this.docket = docket;
    }

    /** Asks for re-examination (复查). */
    @Transactional
    public void ask(UUID id, String reason, Actor actor) {
        // whoever asks has read what it is about
        readByReporter.read(id, actor);
        Move move = docket.moveBy(actor);
        Complaint.Reexamining asked = docket.open(id, Complaint.Answered.class).askReexamination(reason, move);
        docket.enter(
                asked,
                Entry.of(move, "complaint.reexamination-asked")
                        .with("due", String.valueOf(Docket.due(asked.file())))
                        .step("reexamination-asked", null, Docket.due(asked.file()), null));
    }

    /** Asks for review (复核). */
    @Transactional
    public void askReview(UUID id, String reason, Actor actor) {
        // whoever asks has read what it is about
        readByReporter.read(id, actor);
        Move move = docket.moveBy(actor);
        Complaint.Reviewing asked = docket.open(id, Complaint.Answered.class).askReview(reason, move);
        docket.enter(
                asked,
                Entry.of(move, "complaint.review-asked")
                        .with("due", String.valueOf(Docket.due(asked.file())))
                        .step("review-asked", null, Docket.due(asked.file()), null));
    }
}
