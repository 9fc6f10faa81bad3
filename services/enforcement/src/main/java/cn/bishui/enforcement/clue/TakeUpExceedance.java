package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.enforcement.number.Numbers;
import cn.bishui.enforcement.number.Series;
import cn.bishui.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a clue for an exceedance, or adds it to the clue of its outlet that is not decided yet. */
@Service
public class TakeUpExceedance {

    private static final Actor SYSTEM = Actor.system("enforcement");

    /** Between two looks another transaction may open the outlet's clue, and a third decide it. */
    private static final int LOOKS = 5;

    private final Clues clues;
    private final Numbers numbers;
    private final LegalClocks legalClocks;
    private final List<ClueFollower> followers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    TakeUpExceedance(
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

    /** Takes an exceedance up; one that was taken up before changes nothing, whatever came of its clue. */
    @Transactional
    public void takeUp(Outlet outlet, Exceedance exceedance) {
        if (clues.holds(exceedance.id())) {
            return;
        }
        Instant now = clock.instant();
        for (int look = 0; look < LOOKS; look++) {
            Optional<Clue.Undecided> undecided = clues.lockUndecided(outlet);
            if (undecided.isPresent()) {
                join(undecided.get(), exceedance, now);
                return;
            }
            if (open(outlet, exceedance, now)) {
                return;
            }
        }
        throw new IllegalStateException("the clue of " + outlet + " is opened and decided faster than it can be read");
    }

    private boolean open(Outlet outlet, Exceedance exceedance, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Deadline due = legalClocks.deadline(LegalClocks.FILE_CASE, today);
        Clue.Open opened = Clue.open(UUID.randomUUID(), numbers.next(Series.CLUE, today.getYear()), outlet, now, due);
        if (!clues.add(opened)) {
            return false;
        }
        clues.attach(opened.file().id(), opened.file().exceedances(), exceedance, now);
        audit.record(
                SYSTEM,
                ClueAudit.OPENED,
                ClueAudit.subject(opened.file().id()),
                Map.of(
                        "number", opened.file().number(),
                        "exceedance", exceedance.id(),
                        "due", due.due().toString(),
                        "provisional", due.provisional(),
                        "law", due.source()));
        outbox.append(new ClueOpened(
                opened.file().id().toString(),
                opened.file().number(),
                outlet.unit(),
                outlet.unitName(),
                outlet.code(),
                exceedance.id(),
                due.due(),
                due.provisional(),
                now,
                null));
        followers.forEach(follower -> follower.opened(opened, SYSTEM));
        return true;
    }

    private void join(Clue.Undecided clue, Exceedance exceedance, Instant now) {
        Clue.Undecided joined = clue.join();
        UUID id = joined.file().id();
        clues.save(joined);
        clues.attach(id, joined.file().exceedances(), exceedance, now);
        audit.record(
                SYSTEM,
                ClueAudit.JOINED,
                ClueAudit.subject(id),
                Map.of(
                        "exceedance", exceedance.id(),
                        "pollutant", exceedance.pollutantName(),
                        "day", exceedance.day().toString()));
        outbox.append(new ExceedanceJoinedClue(id.toString(), exceedance.id(), now));
    }
}
