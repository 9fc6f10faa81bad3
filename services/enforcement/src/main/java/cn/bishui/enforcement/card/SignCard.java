package cn.bishui.enforcement.card;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.enforcement.clue.Clues;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.number.Numbers;
import cn.bishui.enforcement.number.Series;
import cn.bishui.messaging.Outbox;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head signs a yellow card, which shows it to everybody. */
@Service
public class SignCard {

    private final YellowCards cards;
    private final Clues clues;
    private final Numbers numbers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    SignCard(YellowCards cards, Clues clues, Numbers numbers, Outbox outbox, AuditLog audit, Clock clock) {
        this.cards = cards;
        this.clues = clues;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs a clue's card, once.
     *
     * @param seen version of the card that the head looked at
     */
    @Transactional
    public YellowCard sign(UUID clue, long seen, Actor head) {
        YellowCard.Drafted drafted = Awaiting.signature(cards, clue, seen);
        if (clues.exceedances(clue).stream()
                .anyMatch(
                        each -> !each.stands() && drafted.draft().exceedances().contains(each.id()))) {
            throw RuleBroken.conflict("card.fallen");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        YellowCard.Signed signed = drafted.sign(
                head,
                new Signature(head.username(), now, today),
                () -> numbers.next(Series.YELLOW_CARD, today.getYear()));
        cards.save(signed);
        Draft draft = signed.draft();
        audit.record(
                head,
                CardAudit.SIGNED,
                CardAudit.subject(clue),
                Map.of("number", signed.number(), "measure", draft.measure().id()));
        Suspect suspect = clues.find(clue)
                .orElseThrow(() -> new NotFound("clue", clue))
                .file()
                .suspect();
        outbox.append(new YellowCardShown(
                clue.toString(),
                signed.number(),
                suspect.unit(),
                suspect.unitName(),
                draft.exceedances(),
                draft.reason(),
                draft.measure().id(),
                today,
                now));
        return signed;
    }
}
