package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.hotline.Reach;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody telephone where a message never went out: whom nothing reached was not told. */
@Service
public class TellOtherwise {

    private static final Actor SYSTEM = Actor.system("complaints");

    private final Notices notices;
    private final Docket docket;

    TellOtherwise(Notices notices, Docket docket) {
        this.notices = notices;
        this.docket = docket;
    }

    /** Does it; what counted as told runs on, and a right that had begun waits for the telephone. */
    @Transactional
    public void than(UUID message) {
        Optional<Notice> found = notices.any(message);
        if (found.isEmpty()) {
            return;
        }
        Notice sent = found.get();
        Complaint complaint = docket.open(sent.complaint(), Complaint.class);
        if (!notices.undelivered(message)) {
            return;
        }
        Move move = docket.moveBy(SYSTEM);
        boolean takenBack =
                !sent.stands(complaint) && (sent.kind() == NoticeKind.REFUSED || sent.kind() == NoticeKind.ANSWERED);
        if (!takenBack) {
            notices.add(new Notice(
                    UUID.randomUUID(),
                    sent.complaint(),
                    sent.kind(),
                    Reach.PHONE,
                    sent.words(),
                    sent.due(),
                    move.at()));
        }
        ComplaintFile file = complaint.file();
        docket.enter(
                complaint.with(sent.step(complaint)
                        .map(step -> file.untold(step, move))
                        .orElseGet(file::moved)),
                Entry.of(move, "complaint.message-undelivered")
                        .with("notice", sent.kind().id()));
    }
}
