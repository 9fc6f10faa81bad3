package cn.bishui.enforcement.clue.kafka;

import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.complaints.ComplaintsFact;
import cn.bishui.enforcement.clue.ReportedAct;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.clue.TakeUpEvidence;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up what was found on site after a complaint. */
@Component
@KafkaListener(topics = ComplaintsFact.TOPIC)
class ComplaintActFoundListener {

    private final Inbox inbox;
    private final TakeUpEvidence takeUpEvidence;

    ComplaintActFoundListener(Inbox inbox, TakeUpEvidence takeUpEvidence) {
        this.inbox = inbox;
        this.takeUpEvidence = takeUpEvidence;
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintActFound fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            takeUpEvidence.takeUp(
                    new Suspect(fact.unit(), fact.unitName(), fact.outlet(), null),
                    new ReportedAct(fact.complaint(), fact.number(), fact.act(), fact.foundOn(), fact.foundAt()));
        }
    }
}
