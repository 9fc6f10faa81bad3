package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.key.Fingerprint;
import cn.bishui.contracts.RuleBroken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a reporter was told something, or cannot be reached. */
@Service
public class TellReporter {

    private final Notices notices;
    private final Docket docket;

    TellReporter(Notices notices, Docket docket) {
        this.notices = notices;
        this.docket = docket;
    }

    /**
     * Notes it; what waits for the reporter to know starts or ends with it.
     *
     * @param reached false where the reporter cannot be reached, which the order lets pass for telling
     */
    @Transactional
    public void note(UUID notice, boolean reached, @Nullable String words, Actor actor) {
        UUID id = notices.find(notice)
                .orElseThrow(() -> RuleBroken.missing("complaint.notice-unknown"))
                .complaint();
        Complaint complaint = docket.open(id, Complaint.class);
        Notice waiting = notices.find(notice).orElseThrow(() -> RuleBroken.conflict("complaint.notice-done"));
        Move move = docket.moveBy(actor);
        notices.done(notice, reached, words, actor, move.at());
        ComplaintFile file = complaint.file();
        Complaint told = waiting.step(complaint)
                .map(step -> complaint.with(file.after(step, move)))
                .orElseGet(() -> complaint.with(file.moved()));
        docket.enter(
                told,
                Entry.of(move, "complaint.told")
                        .with("notice", waiting.kind().id())
                        .with("reached", reached)
                        // people write names into it
                        .with("reasonSha256", words == null ? null : Fingerprint.of(words)));
    }
}
