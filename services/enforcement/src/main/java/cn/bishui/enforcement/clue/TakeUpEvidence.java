package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ComplaintJoinedClue;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.enforcement.number.Numbers;
import cn.bishui.enforcement.number.Series;
import cn.bishui.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a clue for evidence, or adds it to the clue of the same suspect that is not decided yet. */
@Service
public class TakeUpEvidence {

    private static final Actor SYSTEM = Actor.system("enforcement");

    /** Between two looks another transaction may open the clue, and a third decide it. */
    private static final int LOOKS = 5;

    private final Clues clues;
    private final Numbers numbers;
    private final LegalClocks legalClocks;
    private final List<ClueFollower> followers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    TakeUpEvidence(
            Clues clues,
            Numbers numbers,
            LegalClocks legalClocks,
            List<ClueFollower> followers,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.clues = clues;
        this.numbers = numbers;
        this.legalClocks = legalClocks;
        this.followers = List.copyOf(followers);
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes evidence up; what was taken up before changes nothing, whatever came of its clue. */
    @Transactional
    public void takeUp(Suspect suspect, Evidence evidence) {
        if (clues.holds(evidence, suspect)) {
            return;
        }
        Instant now = clock.instant();
        for (int look = 0; look < LOOKS; look++) {
            Optional<Clue.Undecided> undecided = clues.lockUndecided(suspect);
            if (undecided.isPresent()) {
                join(undecided.get(), evidence, suspect, now);
                return;
            }
            if (open(suspect, evidence, now)) {
                return;
            }
        }
        throw new IllegalStateException("the clue of " + suspect + " is opened and decided faster than it can be read");
    }

    private boolean open(Suspect suspect, Evidence evidence, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Deadline due = legalClocks.deadline(LegalClocks.FILE_CASE, today);
        Clue.Open opened =
                Clue.open(UUID.randomUUID(), numbers.next(Series.CLUE, today.getYear()), suspect, now, due, evidence);
        if (!clues.add(opened)) {
            return false;
        }
        ClueFile file = opened.file();
        clues.attach(file, evidence, now);
        Map<String, Object> details = new HashMap<>(Map.of(
                "number", file.number(),
                "due", due.due().toString(),
                "provisional", due.provisional(),
                "law", due.source()));
        switch (evidence) {
            case Exceedance exceedance -> {
                details.put("exceedance", exceedance.id());
                outbox.append(opened(file, exceedance.id(), null));
            }
            case ReportedAct act -> {
                details.put("complaint", act.number());
                details.put("act", act.act());
                outbox.append(opened(file, null, act.complaint()));
            }
            case Suspicion suspicion -> {
                details.putAll(details(suspicion));
                outbox.append(opened(file, null, null));
                outbox.append(joined(file, suspicion, now));
            }
        }
        note(file.id(), ClueAudit.OPENED, details);
        tellFollowers(opened, evidence);
        return true;
    }

    private static ClueOpened opened(ClueFile file, @Nullable String exceedance, @Nullable String complaint) {
        Suspect suspect = file.suspect();
        return new ClueOpened(
                file.id().toString(),
                file.number(),
                suspect.unit(),
                suspect.unitName(),
                suspect.outlet(),
                exceedance,
                file.clock().due(),
                file.clock().provisional(),
                file.openedAt(),
                complaint);
    }

    private void join(Clue.Undecided clue, Evidence evidence, Suspect told, Instant now) {
        Clue.Undecided joined = clue.join(evidence, told);
        UUID id = joined.file().id();
        clues.save(joined);
        clues.attach(joined.file(), evidence, now);
        switch (evidence) {
            case Exceedance exceedance -> {
                note(
                        id,
                        ClueAudit.JOINED,
                        Map.of(
                                "exceedance", exceedance.id(),
                                "pollutant", exceedance.pollutantName(),
                                "day", exceedance.day().toString()));
                outbox.append(new ExceedanceJoinedClue(id.toString(), exceedance.id(), now));
            }
            case ReportedAct act -> {
                note(
                        id,
                        ClueAudit.ACT_JOINED,
                        Map.of(
                                "complaint", act.number(),
                                "act", act.act(),
                                "day", act.foundOn().toString()));
                outbox.append(new ComplaintJoinedClue(id.toString(), act.complaint(), now));
            }
            case Suspicion suspicion -> {
                note(id, ClueAudit.SUSPICION_JOINED, details(suspicion));
                outbox.append(joined(joined.file(), suspicion, now));
            }
        }
        tellFollowers(joined, evidence);
    }

    private static Map<String, Object> details(Suspicion suspicion) {
        return Map.of(
                "suspicion", suspicion.id(),
                "sign", suspicion.sign() + " " + suspicion.signName(),
                "finding", suspicion.finding(),
                "evidenceHash", suspicion.evidenceHash());
    }

    private static SuspicionJoinedClue joined(ClueFile file, Suspicion suspicion, Instant now) {
        return new SuspicionJoinedClue(file.id().toString(), file.number(), suspicion.id(), now);
    }

    private void tellFollowers(Clue.Undecided clue, Evidence evidence) {
        if (evidence instanceof Exceedance && clue.file().exceedances() == 1) {
            followers.forEach(follower -> follower.exceeded(clue, SYSTEM));
        }
    }

    private void note(UUID clue, String action, Map<String, ?> details) {
        audit.record(SYSTEM, action, ClueAudit.subject(clue), details);
    }
}
