package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.enforcement.number.Numbers;
import cn.bishui.enforcement.number.Series;
import cn.bishui.messaging.Outbox;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head decides on a proposal: a case is filed or not, or the proposal goes back. */
@Service
public class DecideFiling {

    private final Clues clues;
    private final Numbers numbers;
    private final List<ClueFollower> followers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecideFiling(
            Clues clues, Numbers numbers, List<ClueFollower> followers, Outbox outbox, AuditLog audit, Clock clock) {
        this.clues = clues;
        this.numbers = numbers;
        this.followers = List.copyOf(followers);
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the head says to a proposal. */
    public sealed interface Answer {

        /** The proposal becomes the decision. */
        record Agree() implements Answer {}

        /** The proposal goes back to the inspectors. */
        record SendBack(String reason) implements Answer {}
    }

    /**
     * Answers a proposal.
     *
     * @param seen version of the clue that the head looked at: evidence that joined since is not decided on unseen
     */
    @Transactional
    public void decide(UUID id, long seen, Answer answer, Actor head) {
        if (!(clues.lock(id).orElseThrow(() -> new NotFound("clue", id)) instanceof Clue.Proposed proposed)) {
            throw RuleBroken.conflict("clue.not-proposed");
        }
        if (seen != proposed.file().version()) {
            throw new StaleVersion(ClueAudit.subject(id), seen);
        }
        Instant now = clock.instant();
        switch (answer) {
            case Answer.Agree _ -> agree(proposed, head, now);
            case Answer.SendBack back -> sendBack(proposed, back.reason(), head, now);
        }
    }

    private void agree(Clue.Proposed proposed, Actor head, Instant now) {
        int year = LocalDate.ofInstant(now, clock.getZone()).getYear();
        Clue.Decided decided = proposed.agree(head, now, () -> numbers.next(Series.CASE, year));
        clues.save(decided);
        ClueFile file = decided.file();
        String clue = file.id().toString();
        Suspect suspect = file.suspect();
        switch (decided) {
            case Clue.Filed filed -> {
                note(file, ClueAudit.FILED, head, Map.of("case", filed.caseNumber()));
                outbox.append(new CaseFiled(clue, filed.caseNumber(), suspect.unit(), suspect.unitName(), now));
            }
            case Clue.Dismissed dismissed -> {
                String reason = dismissed.proposal().reason();
                note(file, ClueAudit.DISMISSED, head, Map.of("reason", reason));
                outbox.append(new ClueDismissed(clue, suspect.unit(), suspect.unitName(), reason, now));
            }
        }
        followers.forEach(follower -> follower.decided(decided, head));
    }

    private void sendBack(Clue.Proposed proposed, String reason, Actor head, Instant now) {
        clues.save(proposed.sendBack(reason, head, now));
        note(proposed.file(), ClueAudit.SENT_BACK, head, Map.of("reason", reason));
    }

    private void note(ClueFile file, String action, Actor head, Map<String, ?> details) {
        audit.record(head, action, ClueAudit.subject(file.id()), details);
    }
}
