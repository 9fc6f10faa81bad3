package cn.bishui.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects a transaction's entries and chains them just before it commits. */
final class JdbcAuditLog implements AuditLog, AuditReader {

    /** Sorted keys: the same details always read, and hash, the same. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final AuditTable table;
    private final Clock clock;

    JdbcAuditLog(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void record(Actor actor, String action, String subject, Map<String, ?> details) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry belongs into the transaction of the change: " + action);
        }
        // what PostgreSQL keeps of a moment
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        pending().add(new Entry(now, actor, action, subject, CANONICAL.writeValueAsString(details)));
    }

    @Override
    public List<AuditEntry> about(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return table.about(List.copyOf(subjects)).stream()
                .map(link -> new AuditEntry(
                        link.seq(),
                        link.at(),
                        new Actor(link.actor(), link.bureau(), link.unit()),
                        link.action(),
                        link.subject(),
                        CANONICAL.readValue(link.details(), DETAILS)))
                .toList();
    }

    private Pending pending() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Pending pending && pending.belongsTo(this)) {
                return pending;
            }
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void chain(List<Entry> entries) {
        AuditTable.Head head = table.lockHead();
        long seq = head.seq();
        String prevHash = head.hash();
        List<ChainLink> links = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            seq++;
            ChainLink link = entry.at(seq, prevHash);
            links.add(link);
            prevHash = link.hash();
        }
        table.append(links);
    }

    private record Entry(Instant at, Actor actor, String action, String subject, String details) {

        ChainLink at(long seq, String prevHash) {
            return new ChainLink(
                            seq,
                            at,
                            actor.username(),
                            actor.bureau(),
                            actor.unit(),
                            action,
                            subject,
                            details,
                            prevHash,
                            "")
                    .sealed();
        }
    }

    /** The entries of one transaction. Goes last before the commit, so that the chain is locked as briefly as can be. */
    private final class Pending implements TransactionSynchronization {

        private final List<Entry> entries = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new HashMap<>();
        private boolean chained;

        boolean belongsTo(@Nullable JdbcAuditLog log) {
            return JdbcAuditLog.this == log;
        }

        void add(Entry entry) {
            if (chained) {
                // another synchronization had something to say after us: the chain's lock is still ours
                chain(List.of(entry));
            } else {
                entries.add(entry);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!entries.isEmpty()) {
                chain(entries);
            }
            chained = true;
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, entries.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            int kept = savepoints.getOrDefault(savepoint, 0);
            entries.subList(Math.min(kept, entries.size()), entries.size()).clear();
        }
    }
}
