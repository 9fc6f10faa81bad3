package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.enforcement.card.CardAudit;
import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.card.YellowCards;
import cn.bishui.enforcement.clue.ClueAudit;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.Clues;
import cn.bishui.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is on file about a clue. */
@Component
class CompleteFiles {

    private final Clues clues;
    private final YellowCards cards;
    private final AuditReader history;

    CompleteFiles(Clues clues, YellowCards cards, AuditReader history) {
        this.clues = clues;
        this.cards = cards;
        this.history = history;
    }

    /** The file as it stands at one moment; 404 where there is none. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    CompleteFile of(UUID id) {
        ClueSheet clue = ClueSheet.of(clues.find(id).orElseThrow(() -> new NotFound("clue", id)));
        return new CompleteFile(
                clue,
                clues.exceedances(id),
                clues.acts(id),
                clues.suspicions(id),
                cards.find(id).map(CardSheet::of).orElse(null));
    }

    /** What was done to the clue and its card, oldest first; 404 where there is no clue. */
    List<AuditEntry> history(UUID id) {
        if (clues.find(id).isEmpty()) {
            throw new NotFound("clue", id);
        }
        return history.about(List.of(ClueAudit.subject(id), CardAudit.subject(id)));
    }
}
