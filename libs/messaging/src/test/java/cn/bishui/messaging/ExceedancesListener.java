package cn.bishui.messaging;

import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A listener of the shape that every service has. Fails on an exceedance named "fails". */
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
            if (fact.exceedance().startsWith("fails")) {
                throw new IllegalArgumentException("this one fails");
            }
        }
    }
}
