package cn.bishui.enforcement.clue.kafka;

import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.Outlet;
import cn.bishui.enforcement.clue.TakeUpExceedance;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up what monitoring judged to be over a limit. */
@Component
@KafkaListener(topics = MonitoringFact.TOPIC)
class DailyLimitExceededListener {

    private final Inbox inbox;
    private final TakeUpExceedance takeUpExceedance;

    DailyLimitExceededListener(Inbox inbox, TakeUpExceedance takeUpExceedance) {
        this.inbox = inbox;
        this.takeUpExceedance = takeUpExceedance;
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitExceeded fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            takeUpExceedance.takeUp(outlet(fact), exceedance(fact));
        }
    }

    private static Outlet outlet(DailyLimitExceeded fact) {
        return new Outlet(fact.unit(), fact.unitName(), fact.outlet(), fact.outletName());
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
                fact.judgedAt());
    }
}
