package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts provisional clocks anew: a version of this software may know next year's working days. */
@Service
public class RecountClocks {

    private final Clues clues;
    private final LegalClocks legalClocks;
    private final AuditLog audit;
    private final Clock clock;

    RecountClocks(Clues clues, LegalClocks legalClocks, AuditLog audit, Clock clock) {
        this.clues = clues;
        this.legalClocks = legalClocks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts every provisional clock that still runs. */
    @Transactional
    public void recount() {
        clues.lockProvisional().forEach(this::recount);
    }

    private void recount(Clue.Undecided clue) {
        ClueFile file = clue.file();
        Deadline counted =
                legalClocks.deadline(LegalClocks.FILE_CASE, LocalDate.ofInstant(file.openedAt(), clock.getZone()));
        if (!counted.equals(file.clock())) {
            clues.save(clue.recount(counted));
            audit.record(
                    Actor.system("enforcement"),
                    ClueAudit.RECOUNTED,
                    ClueAudit.subject(file.id()),
                    Map.of(
                            "from", file.clock().due().toString(),
                            "due", counted.due().toString(),
                            "provisional", counted.provisional()));
        }
    }
}
