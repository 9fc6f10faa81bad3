package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintClosed;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides a request for re-examination or review. */
@Service
public class RuleOnRequest {

    private final Docket docket;
    private final Telling telling;

    RuleOnRequest(Docket docket, Telling telling) {
        this.docket = docket;
        this.telling = telling;
    }

    /**
     * Decides it.
     *
     * @param text what the reporter is told
     */
    @Transactional
    public void rule(UUID id, long seen, Verdict verdict, String text, Actor actor) {
        Move move = docket.moveBy(actor);
        switch (docket.open(id, seen, Complaint.InBureau.class)) {
            case Complaint.Reexamining asked
            when verdict == Verdict.REDO -> redo(asked.redo(move), "complaint.reexamined", text, move);
            case Complaint.Reviewing asked
            when verdict == Verdict.REDO -> redo(asked.redo(move), "complaint.reviewed", text, move);
            case Complaint.Reexamining asked -> {
                Complaint.Answered ruled = asked.rule(verdict, text, move);
                docket.enter(
                        ruled,
                        entry(move, "complaint.reexamined", verdict, text).step("reexamined", null, null, text));
                telling.tell(ruled.file(), NoticeKind.REEXAMINED, text, move);
            }
            case Complaint.Reviewing asked -> {
                Complaint.Closed ruled = asked.rule(verdict, text, move);
                docket.enter(
                        ruled,
                        entry(move, "complaint.reviewed", verdict, text).step("reviewed", null, null, text),
                        new ComplaintClosed(
                                id.toString(),
                                ruled.file().number(),
                                ruled.assignment().bureau(),
                                move.at()));
                telling.tell(ruled.file(), NoticeKind.REVIEWED, text, move);
            }
            case Complaint other -> throw Docket.wrongState(other);
        }
    }

    private void redo(Complaint.Assigned again, String action, String text, Move move) {
        ComplaintFile file = again.file();
        docket.enter(
                again,
                entry(move, action, Verdict.REDO, text)
                        .step("reopened", again.assignment().bureau(), Docket.due(file), text),
                Docket.reopened(again, move));
        telling.tell(file, NoticeKind.REEXAMINED, text, move);
    }

    private static Entry entry(Move move, String action, Verdict verdict, String text) {
        return Entry.of(move, action).with("verdict", verdict.id()).with("reason", text);
    }
}
