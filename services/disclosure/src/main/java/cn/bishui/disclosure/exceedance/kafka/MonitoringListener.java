package cn.bishui.disclosure.exceedance.kafka;

import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.disclosure.exceedance.CorrectExceedance;
import cn.bishui.disclosure.exceedance.Correction;
import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.PublishExceedance;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what monitoring found, and what it corrects. */
@Component
@KafkaListener(topics = MonitoringFact.TOPIC)
class MonitoringListener {

    private final Inbox inbox;
    private final PublishExceedance exceedances;
    private final CorrectExceedance corrections;

    MonitoringListener(Inbox inbox, PublishExceedance exceedances, CorrectExceedance corrections) {
        this.inbox = inbox;
        this.exceedances = exceedances;
        this.corrections = corrections;
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitExceeded fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            exceedances.publish(translated(fact), new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitCorrected fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            corrections.correct(
                    new Correction(
                            fact.exceedance(),
                            fact.revision(),
                            fact.stands(),
                            fact.value(),
                            fact.limit(),
                            fact.limitMin(),
                            fact.limitMax(),
                            fact.multiple(),
                            fact.limitSet(),
                            fact.reason(),
                            fact.correctedAt()),
                    String.join(
                            " · ",
                            fact.unitName(),
                            fact.outlet(),
                            fact.pollutantName(),
                            fact.day().toString()),
                    fact.unit(),
                    new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    /** Leaves out the device: nobody outside needs to know what number it signs in with. */
    private static Exceedance translated(DailyLimitExceeded fact) {
        return new Exceedance(
                fact.exceedance(),
                fact.unit(),
                fact.unitName(),
                fact.outlet(),
                fact.outletName(),
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
                fact.judgedAt());
    }
}
