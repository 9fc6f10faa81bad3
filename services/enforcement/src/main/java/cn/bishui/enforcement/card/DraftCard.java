package cn.bishui.enforcement.card;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.enforcement.clue.Clues;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An inspector writes what a yellow card is to say, for the exceedances that the clue has by then. */
@Service
public class DraftCard {

    private final YellowCards cards;
    private final Clues clues;
    private final AuditLog audit;
    private final Clock clock;

    DraftCard(YellowCards cards, Clues clues, AuditLog audit, Clock clock) {
        this.cards = cards;
        this.clues = clues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Drafts a clue's card, or changes the draft.
     *
     * @param seen version of the card that the inspector looked at, null to write over whatever is there
     * @param reason why, in Chinese, fit for publication
     */
    @Transactional
    public YellowCard draft(UUID clue, @Nullable Long seen, String reason, Measure measure, Actor inspector) {
        YellowCard card = cards.lock(clue).orElseThrow(() -> noCard(clue));
        if (!(card instanceof YellowCard.Unsigned unsigned)) {
            throw RuleBroken.conflict("card.not-writable");
        }
        if (seen != null && seen != card.version()) {
            throw new StaleVersion(CardAudit.subject(clue), seen);
        }
        List<String> exceedances = clues.exceedances(clue).stream()
                .filter(Exceedance::stands)
                .map(Exceedance::id)
                .toList();
        if (exceedances.isEmpty()) {
            throw RuleBroken.conflict("card.fallen");
        }
        YellowCard.Drafted drafted =
                unsigned.write(new Draft(reason, measure, exceedances, inspector.username(), clock.instant()));
        cards.save(drafted);
        audit.record(
                inspector,
                CardAudit.DRAFTED,
                CardAudit.subject(clue),
                Map.of("reason", reason, "measure", measure.id(), "exceedances", exceedances));
        return drafted;
    }

    /** A card is shown for exceedances; a clue without one has none. */
    private RuntimeException noCard(UUID clue) {
        return clues.find(clue).isPresent()
                ? RuleBroken.conflict("card.no-exceedance")
                : new NotFound("yellow card of clue", clue);
    }
}
