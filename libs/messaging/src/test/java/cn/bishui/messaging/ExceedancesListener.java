package cn.bishui.messaging;

import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A listener of the shape that every service has. Fails on an exceedance named "fails..." until that is mended. */
@Component
@KafkaListener(topics = MonitoringFact.TOPIC)
class ExceedancesListener {

    private final Inbox inbox;
    private final JdbcClient jdbc;

    ExceedancesListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitExceeded fact, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            jdbc.sql("insert into acted values (:event, :exceedance)")
                    .param("event", eventId)
                    .param("exceedance", fact.exceedance())
                    .update();
            if (fact.exceedance().startsWith("fails") && !isMended(fact.exceedance())) {
                throw new IllegalArgumentException("this one fails");
            }
        }
    }

    private boolean isMended(String exceedance) {
        return jdbc.sql("select count(*) from mended where exceedance = :exceedance")
                        .param("exceedance", exceedance)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
