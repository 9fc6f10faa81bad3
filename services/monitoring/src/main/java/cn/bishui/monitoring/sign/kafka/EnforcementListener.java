package cn.bishui.monitoring.sign.kafka;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import cn.bishui.monitoring.sign.FollowSuspicion;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what becomes of suspicions. One listener for all of enforcement's facts: two of one consumer group would share them out. */
@Component
@KafkaListener(topics = EnforcementFact.TOPIC)
class EnforcementListener {

    private final Inbox inbox;
    private final FollowSuspicion followSuspicion;

    EnforcementListener(Inbox inbox, FollowSuspicion followSuspicion) {
        this.inbox = inbox;
        this.followSuspicion = followSuspicion;
    }

    @KafkaHandler
    @Transactional
    void on(SuspicionJoinedClue fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followSuspicion.handedOver(UUID.fromString(fact.suspicion()), fact.clue(), fact.number());
        }
    }

    @KafkaHandler
    @Transactional
    void on(ClueDismissed fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followSuspicion.dismissed(fact.clue(), fact.reason(), fact.dismissedAt());
        }
    }

    @KafkaHandler
    @Transactional
    void on(CaseFiled fact, @Header(EventHeaders.ID) String id) {
        if (inbox.accepts(id)) {
            followSuspicion.caseFiled(fact.clue(), fact.caseNumber(), fact.filedAt());
        }
    }

    @KafkaHandler(isDefault = true)
    void on(Fact other) {
        // what else enforcement does is nothing to monitoring
    }
}
