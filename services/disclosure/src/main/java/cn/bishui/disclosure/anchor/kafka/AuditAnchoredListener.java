package cn.bishui.disclosure.anchor.kafka;

import cn.bishui.contracts.audit.AuditAnchored;
import cn.bishui.contracts.audit.AuditFact;
import cn.bishui.disclosure.anchor.Anchor;
import cn.bishui.disclosure.anchor.PublishAnchor;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears of the heads of audit chains, this service's own among them. */
@Component
@KafkaListener(topics = AuditFact.TOPIC)
class AuditAnchoredListener {

    private final Inbox inbox;
    private final PublishAnchor anchors;

    AuditAnchoredListener(Inbox inbox, PublishAnchor anchors) {
        this.inbox = inbox;
        this.anchors = anchors;
    }

    @KafkaHandler
    @Transactional
    void on(AuditAnchored fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            anchors.publish(
                    new Anchor(fact.service(), fact.entries(), fact.hash(), fact.anchoredAt()),
                    new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }
}
