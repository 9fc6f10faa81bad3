package cn.bishui.complaints.complaint.kafka;

import cn.bishui.complaints.complaint.FollowClue;
import cn.bishui.contracts.Fact;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ComplaintJoinedClue;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what becomes of the acts that complaints brought to light. */
@Component
@KafkaListener(topics = EnforcementFact.TOPIC)
class EnforcementListener {

    private final Inbox inbox;
    private final FollowClue followClue;

    EnforcementListener(Inbox inbox, FollowClue followClue) {
        this.inbox = inbox;
        this.followClue = followClue;
    }

    @KafkaHandler
    @Transactional
    void on(ClueOpened fact, @Header(EventHeaders.ID) String id) {
        if (fact.complaint() != null && inbox.accepts(id)) {
            followClue.opened(fact.complaint(), fact.clue(), fact.number(), fact.openedAt());
        }
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintJoinedClue fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followClue.opened(fact.complaint(), fact.clue(), null, fact.joinedAt());
        }
    }

    @KafkaHandler
    @Transactional
    void on(CaseFiled fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followClue.cameTo(fact.clue(), "case-filed", fact.filedAt());
        }
    }

    @KafkaHandler
    @Transactional
    void on(ClueDismissed fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followClue.cameTo(fact.clue(), "dismissed", fact.dismissedAt());
        }
    }

    @KafkaHandler(isDefault = true)
    void on(Fact other) {
        // what else enforcement does is nothing to complaints
    }
}
