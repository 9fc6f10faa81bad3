package cn.bishui.disclosure.clue.kafka;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.ShowCard;
import cn.bishui.disclosure.clue.ClueStep;
import cn.bishui.disclosure.clue.FollowClue;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what enforcement does. One listener for all its facts: two of one consumer group would share them out. */
@Component
@KafkaListener(topics = EnforcementFact.TOPIC)
class EnforcementListener {

    private final Inbox inbox;
    private final FollowClue clue;
    private final ShowCard card;

    EnforcementListener(Inbox inbox, FollowClue clue, ShowCard card) {
        this.inbox = inbox;
        this.clue = clue;
        this.card = card;
    }

    @KafkaHandler
    @Transactional
    void on(ClueOpened fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            clue.follow(
                    new ClueStep.Opened(
                            fact.clue(),
                            fact.number(),
                            fact.unit(),
                            fact.unitName(),
                            fact.exceedance(),
                            fact.openedAt()),
                    source(fact, id, toldAt));
        }
    }

    @KafkaHandler
    @Transactional
    void on(ExceedanceJoinedClue fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            clue.follow(new ClueStep.Joined(fact.clue(), fact.exceedance(), fact.joinedAt()), source(fact, id, toldAt));
        }
    }

    @KafkaHandler
    @Transactional
    void on(CaseFiled fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            clue.follow(
                    new ClueStep.Filed(fact.clue(), fact.caseNumber(), fact.unit(), fact.unitName(), fact.filedAt()),
                    source(fact, id, toldAt));
        }
    }

    @KafkaHandler
    @Transactional
    void on(ClueDismissed fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            clue.follow(
                    new ClueStep.Dismissed(
                            fact.clue(), fact.unit(), fact.unitName(), fact.reason(), fact.dismissedAt()),
                    source(fact, id, toldAt));
        }
    }

    @KafkaHandler
    @Transactional
    void on(YellowCardShown fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            card.show(
                    new Card(
                            fact.number(),
                            fact.clue(),
                            Card.Colour.YELLOW,
                            fact.unit(),
                            fact.unitName(),
                            fact.exceedances(),
                            fact.reason(),
                            fact.measure(),
                            fact.shownOn(),
                            fact.shownAt()),
                    source(fact, id, toldAt));
        }
    }

    private static Source source(Fact fact, String id, String toldAt) {
        return new Source(id, fact.type(), Instant.parse(toldAt));
    }
}
