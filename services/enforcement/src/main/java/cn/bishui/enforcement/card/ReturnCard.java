package cn.bishui.enforcement.card;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head gives the draft of a yellow card back to the inspectors. */
@Service
public class ReturnCard {

    private final YellowCards cards;
    private final AuditLog audit;
    private final Clock clock;

    ReturnCard(YellowCards cards, AuditLog audit, Clock clock) {
        this.cards = cards;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives the draft of a clue's card back.
     *
     * @param seen version of the card that the head looked at
     */
    @Transactional
    public YellowCard giveBack(UUID clue, long seen, String reason, Actor head) {
        YellowCard.Returned returned = Awaiting.signature(cards, clue, seen)
                .giveBack(head, new GivenBack(reason, head.username(), clock.instant()));
        cards.save(returned);
        audit.record(head, CardAudit.RETURNED, CardAudit.subject(clue), Map.of("reason", reason));
        return returned;
    }
}
