package cn.bishui.complaints.complaint;

import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.web.Person;
import cn.bishui.web.audit.AuditSight;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An auditor reads of a complaint's way only what the person sees of the complaint itself, and of looks what supervisors see. */
@Service
class ComplaintAuditSight implements AuditSight {

    private static final String COMPLAINT = "complaint/";
    private static final String EVIDENCE = "evidence/";
    private static final String IDENTITY = "identity/";

    private final Complaints complaints;
    private final EvidenceList evidence;
    private final ComplaintSight sight;

    ComplaintAuditSight(Complaints complaints, EvidenceList evidence, ComplaintSight sight) {
        this.complaints = complaints;
        this.evidence = evidence;
        this.sight = sight;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean maySee(Person person, String subject) {
        if (subject.startsWith(COMPLAINT)) {
            return complaints
                    .numbered(subject.substring(COMPLAINT.length()))
                    .filter(Sight.of(person)::covers)
                    .isPresent();
        }
        if (subject.startsWith(EVIDENCE)) {
            return seesFile(subject.substring(EVIDENCE.length()), person);
        }
        return !subject.startsWith(IDENTITY) || person.roles().contains(Roles.SUPERVISOR);
    }

    private boolean seesFile(String typed, Person person) {
        try {
            return evidence.named(UUID.fromString(typed))
                    .filter(file -> sight.maySee(file.complaint(), person))
                    .isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
