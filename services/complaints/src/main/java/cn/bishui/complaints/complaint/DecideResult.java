package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs a result, or gives it back. */
@Service
public class DecideResult {

    private final Docket docket;
    private final Telling telling;

    DecideResult(Docket docket, Telling telling) {
        this.docket = docket;
        this.telling = telling;
    }

    /** Signs it: the answer goes out. */
    @Transactional
    public void sign(UUID id, long seen, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Drafted drafted = docket.open(id, seen, Complaint.Drafted.class);
        LocalDate due = Docket.dueOf(drafted.file());
        Complaint.Answered answered = drafted.sign(move);
        ComplaintFile file = answered.file();
        Result result = answered.signed().result();
        docket.enter(
                answered,
                Entry.of(move, "complaint.answered")
                        .with("finding", result.finding().id())
                        .with("inTime", answered.signed().inTime())
                        .step("answered", answered.assignment().bureau(), null, result.answer()),
                new ComplaintAnswered(
                        file.id().toString(),
                        file.number(),
                        answered.assignment().bureau(),
                        result.finding().id(),
                        due,
                        answered.signed().inTime(),
                        move.at()));
        telling.tell(file, NoticeKind.ANSWERED, result.answer(), move);
    }

    /** Gives it back to the handler. */
    @Transactional
    public void sendBack(UUID id, long seen, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        docket.enter(
                docket.open(id, seen, Complaint.Drafted.class).sendBack(reason, move),
                Entry.of(move, "complaint.result-returned").with("reason", reason));
    }
}
