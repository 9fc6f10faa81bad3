package cn.bishui.enforcement.clue.kafka;

import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.enforcement.clue.CorrectEvidence;
import cn.bishui.enforcement.clue.Correction;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.clue.Suspicion;
import cn.bishui.enforcement.clue.TakeUpEvidence;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up what monitoring judged to be over a limit, what it says otherwise later, and signs of tampering. One listener for all its facts: two of one
 * consumer group would share them out.
 */
@Component
@KafkaListener(topics = MonitoringFact.TOPIC)
class MonitoringListener {

    private final Inbox inbox;
    private final TakeUpEvidence takeUpEvidence;
    private final CorrectEvidence correctEvidence;

    MonitoringListener(Inbox inbox, TakeUpEvidence takeUpEvidence, CorrectEvidence correctEvidence) {
        this.inbox = inbox;
        this.takeUpEvidence = takeUpEvidence;
        this.correctEvidence = correctEvidence;
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitExceeded fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            takeUpEvidence.takeUp(suspect(fact), exceedance(fact));
        }
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitCorrected fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            correctEvidence.correct(
                    new Correction(
                            fact.exceedance(),
                            fact.revision(),
                            fact.stands(),
                            fact.value(),
                            fact.limit(),
                            fact.limitMin(),
                            fact.limitMax(),
                            fact.multiple(),
                            fact.reason(),
                            fact.limitSet(),
                            fact.device(),
                            fact.correctedAt()),
                    fact.pollutantName(),
                    fact.day());
        }
    }

    @KafkaHandler
    @Transactional
    void on(DataSuspected fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            takeUpEvidence.takeUp(
                    new Suspect(fact.unit(), fact.unitName(), fact.outlet(), fact.outletName()), suspicion(fact));
        }
    }

    private static Suspicion suspicion(DataSuspected fact) {
        return new Suspicion(
                fact.suspicion(),
                fact.sign(),
                fact.signName(),
                fact.pollutant(),
                fact.pollutantName(),
                fact.device(),
                fact.from(),
                fact.until(),
                fact.finding(),
                fact.ruleVersion(),
                fact.evidenceHash(),
                fact.records(),
                fact.foundAt());
    }

    private static Suspect suspect(DailyLimitExceeded fact) {
        return new Suspect(fact.unit(), fact.unitName(), fact.outlet(), fact.outletName());
    }

    private static Exceedance exceedance(DailyLimitExceeded fact) {
        return new Exceedance(
                fact.exceedance(),
                fact.pollutant(),
                fact.pollutantName(),
                fact.day(),
                fact.value(),
                fact.limit(),
                fact.limitMin(),
                fact.limitMax(),
                fact.unitOfMeasure(),
                fact.multiple(),
                fact.permit(),
                fact.limitSet(),
                fact.device(),
                fact.judgedAt(),
                null);
    }
}
