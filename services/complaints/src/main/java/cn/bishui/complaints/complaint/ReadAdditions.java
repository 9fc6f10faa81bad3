package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in mind what was added to a complaint until somebody who works on it has opened it. */
@Service
public class ReadAdditions {

    private final Complaints complaints;
    private final Additions additions;
    private final AuditLog audit;

    ReadAdditions(Complaints complaints, Additions additions, AuditLog audit) {
        this.complaints = complaints;
        this.additions = additions;
        this.audit = audit;
    }

    /** Something was added; what is added to a repeat is news to those who have the first. */
    void added(Complaint complaint, Actor by, Instant at) {
        Complaint about = first(complaint).flatMap(complaints::find).orElse(complaint);
        if (!knows(about, by)) {
            additions.mark(about.file().id(), at);
        }
    }

    private static Optional<UUID> first(Complaint complaint) {
        return complaint instanceof Complaint.Refused refused
                ? Optional.ofNullable(refused.refusal().first())
                : Optional.empty();
    }

    /** Whether it was who works on it that added it. */
    private static boolean knows(Complaint complaint, Actor by) {
        Handling handling = ComplaintSheet.of(complaint).parts().handling();
        if (handling != null) {
            return by.isSamePersonAs(handling.handler());
        }
        String bureau = complaint instanceof Complaint.InBureau inBureau
                ? inBureau.assignment().bureau()
                : ComplaintFile.HOTLINE_BUREAU;
        return bureau.equals(by.bureau());
    }

    /**
     * Somebody has opened a complaint: an operator before a bureau has it, then a handler of the bureau that leads. Others open
     * it and nothing is noted.
     *
     * @return whether there was something that nobody had seen
     */
    @Transactional
    public boolean by(Complaint complaint, Person person) {
        UUID id = complaint.file().id();
        boolean works = complaint instanceof Complaint.InBureau inBureau
                ? person.roles().contains(Roles.HANDLER)
                        && inBureau.assignment().bureau().equals(person.bureau())
                : person.roles().contains(Roles.OPERATOR);
        if (!works || !additions.waiting(id) || !additions.seen(id)) {
            return false;
        }
        audit.record(person.actor(), "complaint.additions-read", Docket.subject(complaint.file()), Map.of());
        return true;
    }
}
