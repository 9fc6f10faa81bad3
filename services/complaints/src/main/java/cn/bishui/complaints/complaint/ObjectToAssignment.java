package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that a complaint is not the bureau's matter, within the time that the law gives. */
@Service
public class ObjectToAssignment {

    private final Docket docket;

    ObjectToAssignment(Docket docket) {
        this.docket = docket;
    }

    /** Objects. */
    @Transactional
    public void object(UUID id, long seen, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        docket.enter(
                docket.open(id, seen, Complaint.Assigned.class).object(reason, move),
                Entry.of(move, "complaint.objected").with("reason", reason));
    }
}
