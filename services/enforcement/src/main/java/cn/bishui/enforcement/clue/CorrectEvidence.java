package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that monitoring judged an exceedance anew. What becomes of the clue is for people to decide: it is shown what changed, and a
 * proposal that was made before has to be looked at again.
 */
@Service
public class CorrectEvidence {

    private static final Actor SYSTEM = Actor.system("enforcement");

    private final Corrections corrections;
    private final Clues clues;
    private final AuditLog audit;

    CorrectEvidence(Corrections corrections, Clues clues, AuditLog audit) {
        this.corrections = corrections;
        this.clues = clues;
        this.audit = audit;
    }

    /** Keeps a correction; one that comes again, or after a later one, changes nothing. */
    @Transactional
    public void correct(Correction correction, String pollutantName, LocalDate day) {
        if (!corrections.keep(correction)) {
            return;
        }
        corrections.clueOf(correction.exceedance()).flatMap(clues::lock).ifPresent(clue -> {
            if (clue instanceof Clue.Undecided undecided) {
                clues.save(undecided.corrected());
            }
            audit.record(
                    SYSTEM,
                    ClueAudit.CORRECTED,
                    ClueAudit.subject(clue.file().id()),
                    Map.of(
                            "exceedance", correction.exceedance(),
                            "pollutant", pollutantName,
                            "day", day.toString(),
                            "stands", Boolean.toString(correction.stands()),
                            "correction", correction.reason()));
        });
    }
}
