package cn.bishui.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Tells Kafka what the outbox holds, on a thread and a database connection of its own. Of all replicas of a service
 * one relays, the one whose connection holds the lock; when it dies, another goes on. A row is deleted after Kafka has
 * it, so that a death in between tells it twice with the same id, never not at all.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final int PAGE = 500;

    /** How often the outbox is looked at when nobody says that there is something in it. */
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);

    private final ConnectionSource connections;
    private final Supplier<Producer<String, byte[]>> producers;
    private final String source;
    private final Semaphore work = new Semaphore(0);
    private final Setbacks setbacks = new Setbacks(System::nanoTime);
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean databaseLost;
    private boolean withoutClient;

    OutboxRelay(ConnectionSource connections, Supplier<Producer<String, byte[]>> producers, String source) {
        this.connections = connections;
        this.producers = producers;
        this.source = source;
    }

    /** Says that there may be something to tell. */
    void wake() {
        work.release();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Connection connection = connections.open()) {
                OutboxTable outbox = new OutboxTable(connection);
                outbox.keepAlive();
                foundDatabase();
                while (running && !outbox.lock()) {
                    Thread.sleep(PAUSE_AFTER_TROUBLE);
                }
                relay(outbox);
            } catch (InterruptedException e) {
                // asked to stop, or nothing: the loop's condition tells
            } catch (SQLException | DataAccessException e) {
                lostDatabase(e);
                pause();
            } catch (KafkaException e) {
                cannotSignIn(e);
                pause();
            } catch (RuntimeException e) {
                log.error("the relay failed and begins anew", e);
                pause();
            }
        }
    }

    private void relay(OutboxTable outbox) throws InterruptedException {
        while (running) {
            // a producer that has met an error may be of no more use
            Producer<String, byte[]> producer = producers.get();
            if (withoutClient) {
                withoutClient = false;
                log.info("the relay has a client of Kafka again");
            }
            try {
                Teller teller = new Teller(producer, source, setbacks);
                while (running && pass(outbox, teller)) {
                    if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                        work.drainPermits();
                    }
                }
            } finally {
                producer.close(Duration.ZERO);
            }
            if (running) {
                Thread.sleep(PAUSE_AFTER_TROUBLE);
            }
        }
    }

    /** Goes once through the outbox; false where something could not be told. */
    private boolean pass(OutboxTable outbox, Teller teller) throws InterruptedException {
        Teller.Pass pass = teller.pass();
        for (List<OutboxRow> rows = next(outbox, pass); !rows.isEmpty(); rows = next(outbox, pass)) {
            outbox.delete(pass.tell(rows));
        }
        pass.end();
        return pass.clean();
    }

    private static List<OutboxRow> next(OutboxTable outbox, Teller.Pass pass) {
        return outbox.oldest(pass.heldTopics(), pass.heldLines(), PAGE);
    }

    private void cannotSignIn(KafkaException why) {
        if (!withoutClient) {
            withoutClient = true;
            log.warn(
                    "the relay cannot make a client of Kafka: {}",
                    NestedExceptionUtils.getMostSpecificCause(why).toString());
        }
    }

    private void lostDatabase(Exception why) {
        if (!databaseLost) {
            databaseLost = true;
            log.warn(
                    "the relay cannot reach the outbox: {}",
                    NestedExceptionUtils.getMostSpecificCause(why).getMessage());
        }
    }

    private void foundDatabase() {
        if (databaseLost) {
            databaseLost = false;
            log.info("the relay reaches the outbox again");
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE);
        } catch (InterruptedException e) {
            // asked to stop: the loop's condition tells
        }
    }

    /** Opens a connection that is the relay's own, outside any pool: closing it gives the lock back. */
    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }
}
