package cn.bishui.enforcement.card;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.enforcement.clue.Clue;
import cn.bishui.enforcement.clue.ClueFollower;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Proposes a yellow card for a clue with an exceedance, and drops it when no case is filed before anybody signed. */
@Service
class FollowClue implements ClueFollower {

    private final YellowCards cards;
    private final AuditLog audit;

    FollowClue(YellowCards cards, AuditLog audit) {
        this.cards = cards;
        this.audit = audit;
    }

    @Override
    public void exceeded(Clue.Undecided clue, Actor by) {
        YellowCard.Proposed card = YellowCard.propose(clue.file().id());
        cards.add(card);
        audit.record(by, CardAudit.PROPOSED, CardAudit.subject(card.clue()), Map.of());
    }

    @Override
    public void decided(Clue.Decided clue, Actor by) {
        switch (clue) {
            case Clue.Filed _ -> {
                // the card is still to be signed
            }
            case Clue.Dismissed dismissed ->
                cards.lock(dismissed.file().id()).ifPresent(card -> {
                    if (card instanceof YellowCard.Unsigned unsigned) {
                        cards.save(unsigned.lapse());
                        audit.record(by, CardAudit.LAPSED, CardAudit.subject(card.clue()), Map.of());
                    }
                });
        }
    }
}
