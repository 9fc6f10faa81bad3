package cn.bishui.complaints.complaint;

import cn.bishui.audit.AuditLog;
import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.complaints.evidence.KeepEvidence;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps photos and videos that somebody in the service has: papers that came with a letter or a visit, pictures of a check. */
@Service
public class AddEvidence {

    private final Complaints complaints;
    private final KeepEvidence keepEvidence;
    private final ReadAdditions readAdditions;
    private final AuditLog audit;
    private final Clock clock;

    AddEvidence(
            Complaints complaints,
            KeepEvidence keepEvidence,
            ReadAdditions readAdditions,
            AuditLog audit,
            Clock clock) {
        this.complaints = complaints;
        this.keepEvidence = keepEvidence;
        this.readAdditions = readAdditions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody may: an operator to any complaint that is not closed, handlers and heads to what their bureau works on. */
    public static boolean may(Complaint complaint, Person person) {
        if (complaint instanceof Complaint.Closed) {
            return false;
        }
        return person.roles().contains(Roles.OPERATOR)
                || (person.hasAnyOf(List.of(Roles.HANDLER, Roles.HEAD))
                        && complaint instanceof Complaint.InBureau inBureau
                        && inBureau.assignment().involves(person.bureau()));
    }

    /**
     * Keeps them, all or none; codes {@code complaint.closed}, {@code complaint.unknown}, {@code evidence.missing},
     * {@code evidence.too-many-photos}, {@code evidence.too-many-videos}.
     */
    @Transactional
    public void add(UUID id, List<CleanFile> files, Person person) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        if (complaint instanceof Complaint.Closed) {
            throw RuleBroken.conflict("complaint.closed");
        }
        if (!may(complaint, person)) {
            throw Complaint.unknown();
        }
        if (files.isEmpty()) {
            throw RuleBroken.invalid("evidence.missing");
        }
        files.forEach(file -> keepEvidence.keep(id, file, person.actor()));
        readAdditions.added(complaint, person.actor(), clock.instant());
        audit.record(
                person.actor(),
                "complaint.evidence-added",
                Docket.subject(complaint.file()),
                Map.of("files", files.size()));
    }
}
