package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintReopened;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends an answer back that a superior finds incomplete or unclear; its time goes on as it ran. */
@Service
public class SendBackAnswer {

    private final Docket docket;
    private final Notices notices;

    SendBackAnswer(Docket docket, Notices notices) {
        this.docket = docket;
        this.notices = notices;
    }

    /** Sends it back; nobody is told of it any more. */
    @Transactional
    public void sendBack(UUID id, long seen, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Investigating again =
                docket.open(id, seen, Complaint.Answered.class).sendBack(reason, move);
        notices.waiting(id).stream()
                .filter(notice -> notice.kind() == NoticeKind.ANSWERED)
                .forEach(notice -> notices.withdraw(notice.id(), actor, move.at()));
        ComplaintFile file = again.file();
        docket.enter(
                again,
                Entry.of(move, "complaint.answer-returned")
                        .with("reason", reason)
                        .step("returned", again.assignment().bureau(), Docket.due(file), null),
                new ComplaintReopened(
                        file.id().toString(),
                        file.number(),
                        again.assignment().bureau(),
                        Docket.dueOf(file),
                        Docket.provisional(file),
                        move.at()));
    }
}
