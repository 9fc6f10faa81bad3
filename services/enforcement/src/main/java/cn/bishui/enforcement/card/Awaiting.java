package cn.bishui.enforcement.card;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.util.UUID;

/** Finds the draft that the head looked at. */
final class Awaiting {

    private Awaiting() {}

    /** The draft of a clue's card, locked; refuses one that is not before the head, or no longer as the head saw it. */
    static YellowCard.Drafted signature(YellowCards cards, UUID clue, long seen) {
        YellowCard card = cards.lock(clue).orElseThrow(() -> new NotFound("yellow card of clue", clue));
        if (!(card instanceof YellowCard.Drafted drafted)) {
            throw RuleBroken.conflict("card.not-drafted");
        }
        if (seen != drafted.version()) {
            throw new StaleVersion(CardAudit.subject(clue), seen);
        }
        return drafted;
    }
}
