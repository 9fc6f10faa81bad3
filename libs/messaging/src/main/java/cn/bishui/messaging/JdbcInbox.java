package cn.bishui.messaging;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the ids in a table, per consumer group: two groups of one service each act once. */
final class JdbcInbox implements Inbox {

    private final JdbcClient jdbc;

    JdbcInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean accepts(String eventId) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a fact is taken in within a transaction: " + eventId);
        }
        return jdbc.sql("insert into inbox (consumer, event_id) values (:consumer, :event)" + " on conflict do nothing")
                        .param("consumer", Objects.requireNonNullElse(KafkaUtils.getConsumerGroupId(), ""))
                        .param("event", eventId)
                        .update()
                == 1;
    }
}
