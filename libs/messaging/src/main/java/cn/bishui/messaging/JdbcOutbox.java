package cn.bishui.messaging;

import cn.bishui.contracts.Fact;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps facts in a table of the service's own database until the relay has told them. */
final class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Runnable wakeRelay;

    JdbcOutbox(JdbcClient jdbc, Clock clock, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wakeRelay = wakeRelay;
    }

    /**
     * Writers of one key wait here for each other until they commit, so that the row ids of a key rise in the order of
     * commit even where nothing else makes the writers wait.
     */
    @Override
    public void append(Fact fact) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a fact is told in the transaction that makes it true: " + fact.type());
        }
        jdbc.sql("""
                        with turn as materialized
                          (select pg_advisory_xact_lock(hashtextextended(:topic || ' ' || :key, 0)))
                        insert into outbox (topic, key, type, occurred_at, body)
                        select :topic, :key, :type, :at, :body from turn""")
                .param("topic", fact.topic())
                .param("key", fact.key())
                .param("type", fact.type())
                .param("at", Timestamp.from(clock.instant()))
                .param("body", FactJson.write(fact))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
    }
}
