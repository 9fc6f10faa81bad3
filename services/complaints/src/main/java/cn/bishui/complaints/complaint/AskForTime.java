package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the head of the bureau for more time. */
@Service
public class AskForTime {

    private final Docket docket;

    AskForTime(Docket docket) {
        this.docket = docket;
    }

    /**
     * Asks.
     *
     * @param days calendar days, 1 to 30
     * @param reason also told to the reporter
     */
    @Transactional
    public void ask(UUID id, long seen, int days, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        docket.enter(
                docket.open(id, seen, Complaint.Investigating.class).askForTime(days, reason, move),
                Entry.of(move, "complaint.time-wanted").with("days", days).with("reason", reason));
    }
}
