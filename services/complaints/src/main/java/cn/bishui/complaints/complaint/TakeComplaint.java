package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a complaint of the own bureau up, or over from a colleague. */
@Service
public class TakeComplaint {

    private final Docket docket;

    TakeComplaint(Docket docket) {
        this.docket = docket;
    }

    /** Takes it. */
    @Transactional
    public void take(UUID id, long seen, Actor actor) {
        Move move = docket.moveBy(actor);
        switch (docket.open(id, seen, Complaint.InBureau.class)) {
            case Complaint.Assigned assigned ->
                docket.enter(
                        assigned.take(move),
                        Entry.of(move, "complaint.taken")
                                .step("taken", assigned.assignment().bureau(), null, null));
            case Complaint.Investigating running ->
                docket.enter(
                        running.takeOver(move),
                        Entry.of(move, "complaint.taken-over")
                                .with("from", running.handling().handler()));
            case Complaint other -> throw Docket.wrongState(other);
        }
    }
}
