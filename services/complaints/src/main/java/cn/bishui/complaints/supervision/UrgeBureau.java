package cn.bishui.complaints.supervision;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Notices;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urges the bureau that has a complaint to get on with it, and lets it answer; Order 15 art. 13. */
@Service
public class UrgeBureau {

    private final Complaints complaints;
    private final Notices notices;
    private final Urgings urgings;
    private final AuditLog audit;
    private final Clock clock;

    UrgeBureau(Complaints complaints, Notices notices, Urgings urgings, AuditLog audit, Clock clock) {
        this.complaints = complaints;
        this.notices = notices;
        this.urgings = urgings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether there is something to urge: an open complaint, which the hotline itself has where no bureau has it, or one of
     * which the reporter is still to be told something.
     *
     * @param untold whether a notice waits
     */
    public static boolean possible(Complaint complaint, boolean untold) {
        return untold || ComplaintSheet.of(complaint).state().open();
    }

    /** Urges; codes {@code complaint.unknown}, {@code complaint.state}. */
    @Transactional
    public void urge(UUID id, String words, Actor actor) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        if (!possible(complaint, !notices.waiting(id).isEmpty())) {
            throw RuleBroken.conflict(
                    "complaint.state", ComplaintSheet.of(complaint).state().id());
        }
        // where the bureau is done, it is the hotline that has still to tell
        String bureau = complaint instanceof Complaint.InBureau inBureau
                        && ComplaintSheet.of(complaint).state().open()
                ? inBureau.assignment().bureau()
                : ComplaintFile.HOTLINE_BUREAU;
        urgings.add(new Urging(UUID.randomUUID(), id, bureau, words, actor.username(), clock.instant(), null));
        audit.record(actor, "complaint.urged", subject(complaint), Map.of("bureau", bureau, "reason", words));
    }

    /** Answers for the bureau that was urged; to anybody else it is unknown. */
    @Transactional
    public void answer(UUID urging, String words, Actor actor) {
        Urging asked = urgings.lock(urging)
                .filter(each -> each.bureau().equals(actor.bureau()))
                .orElseThrow(() -> RuleBroken.missing("urging.unknown"));
        if (asked.answer() != null) {
            throw RuleBroken.conflict("urging.answered");
        }
        Instant now = clock.instant();
        urgings.answered(urging, new Urging.Answer(words, actor.username(), now));
        Complaint complaint = complaints.find(asked.complaint()).orElseThrow(Complaint::unknown);
        audit.record(actor, "complaint.urging-answered", subject(complaint), Map.of("reason", words));
    }

    static String subject(Complaint complaint) {
        return "complaint/" + complaint.file().number();
    }
}
