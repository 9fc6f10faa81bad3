package cn.bishui.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings alarms when their moment has come. Every replica rings: each worker claims a few alarms at a time, acts on them one
 * after another and looks again. Several go into one transaction, which spares most of the waiting for the disk and for
 * the lock of the audit chain. What a worker leaves behind when its process dies is claimed by others when the claim ends.
 */
final class AlarmRinger implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AlarmRinger.class);

    /** How long a claim holds; with the pause it is the most that a dead replica delays its alarms. */
    static final Duration CLAIM = Duration.ofSeconds(15);

    /** How long a transaction goes on to the next alarm: its subjects stay locked for so long. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final int PAGE = 20;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;
    private static final int WORTH_AN_ERROR = 10;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final AlarmTable table;
    private final AlarmHandlers handlers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int workers;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean databaseLost = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param transaction ends with an error when it takes longer than a claim
     * @param workers how many alarms are acted on at a time, each with a database connection
     */
    AlarmRinger(AlarmTable table, AlarmHandlers handlers, TransactionTemplate transaction, Clock clock, int workers) {
        this.table = table;
        this.handlers = handlers;
        this.transaction = transaction;
        this.clock = clock;
        this.workers = workers;
    }

    /** Says that there may be an alarm to ring. */
    void wake() {
        work.release();
    }

    @Override
    public synchronized void start() {
        if (running || handlers.kinds().isEmpty()) {
            return;
        }
        running = true;
        work.drainPermits();
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofVirtual().name("alarms-" + i).start(this::work));
        }
    }

    /** Lets each worker finish the alarm it is on; a worker is not interrupted, that would break its connection. */
    @Override
    public synchronized void stop() {
        running = false;
        work.release(workers);
        Instant limit = Instant.now().plus(STOP_LIMIT);
        try {
            for (Thread each : threads) {
                each.join(Duration.between(Instant.now(), limit).plusMillis(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                Instant now = clock.instant();
                List<Claim> claims = table.claim(handlers.kinds(), now, now.plus(CLAIM), PAGE);
                foundDatabase();
                ring(claims);
                if (claims.isEmpty()) {
                    pause();
                }
            } catch (DataAccessException | TransactionException e) {
                lostDatabase(e);
                pause();
            } catch (RuntimeException e) {
                log.error("a worker failed and goes on", e);
                pause();
            }
        }
    }

    private void ring(List<Claim> claims) {
        List<Claim> waiting = claims;
        while (!waiting.isEmpty() && clock.instant().isBefore(waiting.getFirst().until())) {
            if (!running) {
                waiting.forEach(table::release);
                return;
            }
            int dealtWith = ringTogether(waiting);
            waiting = waiting.subList(dealtWith, waiting.size());
        }
    }

    /**
     * Acts on as many as go into a short transaction. Where that comes to nothing, each of them gets its own, so that one
     * that fails holds up no other.
     *
     * @return how many of the first were dealt with
     */
    private int ringTogether(List<Claim> claims) {
        List<Rung> rung = new ArrayList<>(claims.size());
        try {
            if (inTransaction(rung, claims)) {
                return rung.size();
            }
        } catch (RuntimeException | Error e) {
            if (rung.isEmpty()) {
                // the first of them is the one that fails
                failed(claims.getFirst(), e);
                return 1;
            }
        }
        int tried = Math.min(rung.size() + 1, claims.size());
        claims.subList(0, tried).forEach(this::ringAlone);
        return tried;
    }

    private void ringAlone(Claim claim) {
        try {
            inTransaction(new ArrayList<>(), List.of(claim));
        } catch (RuntimeException | Error e) {
            failed(claim, e);
        }
    }

    /**
     * Acts and settles; both happen or neither.
     *
     * @param rung takes those on which a handler has acted
     * @return false where an alarm was set, cancelled or claimed by others meanwhile
     */
    private boolean inTransaction(List<Rung> rung, List<Claim> claims) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            long end = System.nanoTime() + TOGETHER.toNanos();
            for (Claim claim : claims) {
                Ringing ringing = new Ringing(claim.alarm());
                AlarmHandler handler = handlers.of(claim.alarm().kind());
                ScopedValue.where(Ringing.CURRENT, ringing).run(() -> handler.on(claim.alarm()));
                rung.add(new Rung(claim, ringing.next()));
                if (System.nanoTime() > end) {
                    break;
                }
            }
            boolean settled = table.settle(rung);
            if (!settled) {
                status.setRollbackOnly();
            }
            return settled;
        }));
    }

    private void failed(Claim claim, Throwable why) {
        int attempts = claim.attempts() + 1;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(claim.attempts(), MOST_DOUBLINGS));
        table.failed(
                claim, clock.instant().plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY), String.valueOf(why));
        if (attempts == 1) {
            log.warn("could not act on {}, trying again: {}", claim.alarm(), String.valueOf(why));
        } else if (attempts % WORTH_AN_ERROR == 0) {
            log.error("could not act on {} in {} attempts", claim.alarm(), attempts, why);
        }
    }

    private void pause() {
        try {
            if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void lostDatabase(Exception why) {
        if (databaseLost.compareAndSet(false, true)) {
            log.warn("alarms wait, their table cannot be reached: {}", why.getMessage());
        }
    }

    private void foundDatabase() {
        if (databaseLost.compareAndSet(true, false)) {
            log.info("alarms ring again");
        }
    }
}
