package cn.bishui.complaints.supervision;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.key.Fingerprint;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has a sample of reporters called about their answers; Order 15 art. 15. */
@Service
public class CallReporters {

    private final Complaints complaints;
    private final CallBacks callBacks;
    private final SupervisionSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    CallReporters(
            Complaints complaints, CallBacks callBacks, SupervisionSettings settings, AuditLog audit, Clock clock) {
        this.complaints = complaints;
        this.callBacks = callBacks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws the sample of a month that is over; codes {@code call-back.month-runs}, {@code call-back.drawn}.
     *
     * @return how many reporters are to be called
     */
    @Transactional
    public int draw(YearMonth month, Actor actor) {
        Instant now = clock.instant();
        if (!month.isBefore(YearMonth.from(LegalClocks.day(now)))) {
            throw RuleBroken.invalid("call-back.month-runs", month);
        }
        int drawn = callBacks
                .draw(month, settings.callBacks(), actor.username(), now)
                .orElseThrow(() -> RuleBroken.conflict("call-back.drawn", month));
        audit.record(actor, "call-backs.drawn", "call-backs/" + month, Map.of("drawn", drawn));
        return drawn;
    }

    /**
     * Notes what a call came to; codes {@code call-back.unknown}, {@code call-back.called}.
     *
     * @param words what the reporter said, null if there is nothing to note
     */
    @Transactional
    public void note(UUID callBack, CallOutcome outcome, @Nullable String words, Actor actor) {
        CallBack waiting = callBacks.lock(callBack).orElseThrow(() -> RuleBroken.missing("call-back.unknown"));
        if (waiting.call() != null) {
            throw RuleBroken.conflict("call-back.called");
        }
        callBacks.called(callBack, new CallBack.Call(outcome, words, actor.username(), clock.instant()));
        Complaint complaint = complaints.find(waiting.complaint()).orElseThrow(Complaint::unknown);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("callOutcome", outcome.id());
        if (words != null) {
            // people write names into them
            details.put("reasonSha256", Fingerprint.of(words));
        }
        audit.record(actor, "complaint.called-back", UrgeBureau.subject(complaint), details);
    }
}
