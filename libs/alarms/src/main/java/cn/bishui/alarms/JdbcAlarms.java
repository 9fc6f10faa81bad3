package cn.bishui.alarms;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets alarms in the caller's transaction. */
final class JdbcAlarms implements Alarms {

    private final AlarmTable table;
    private final AlarmHandlers handlers;
    private final Clock clock;
    private final Runnable wakeRinger;

    JdbcAlarms(AlarmTable table, AlarmHandlers handlers, Clock clock, Runnable wakeRinger) {
        this.table = table;
        this.handlers = handlers;
        this.clock = clock;
        this.wakeRinger = wakeRinger;
    }

    @Override
    public void set(String subject, Instant moment, String kind) {
        set(Map.of(subject, moment), kind);
    }

    @Override
    public void set(Map<String, Instant> moments, String kind) {
        SortedMap<String, Instant> kept = new TreeMap<>();
        for (Map.Entry<String, Instant> each : moments.entrySet()) {
            mustBeInTransaction(each.getKey(), kind);
            Instant moment = each.getValue().truncatedTo(ChronoUnit.MICROS);
            handlers.of(kind);
            if (Ringing.isOf(each.getKey(), kind)) {
                Ringing.CURRENT.get().nextAt(moment);
            } else {
                kept.put(each.getKey(), moment);
            }
        }
        if (kept.isEmpty()) {
            return;
        }
        table.set(kept, kind);
        Instant now = clock.instant();
        if (kept.values().stream().anyMatch(moment -> !moment.isAfter(now))) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wakeRinger.run();
                }
            });
        }
    }

    @Override
    public void cancel(String subject, String kind) {
        mustBeInTransaction(subject, kind);
        if (Ringing.isOf(subject, kind)) {
            Ringing.CURRENT.get().end();
        } else {
            table.cancel(subject, kind);
        }
    }

    @Override
    public void cancel(String subject) {
        mustBeInTransaction(subject, "any kind");
        table.kindsOf(subject).forEach(kind -> cancel(subject, kind));
    }

    private static void mustBeInTransaction(String subject, String kind) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an alarm is set in the transaction that changes its subject: " + subject + ", " + kind);
        }
    }
}
