package cn.bishui.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;

/** Notes the head of the chain from time to time and has it told to others in the same transaction. */
public final class AuditAnchors {

    private final AuditTable table;
    private final TransactionOperations transaction;
    private final Clock clock;

    AuditAnchors(AuditTable table, TransactionOperations transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Anchors the chain if it has grown and the last anchor is old enough. Replicas may all call this: one anchors.
     *
     * @param interval least time between two anchors
     * @param tell tells the anchor to others; runs in the transaction that keeps it
     * @return the anchor, empty where none was due
     */
    public Optional<AuditAnchor> anchorIfDue(Duration interval, Consumer<AuditAnchor> tell) {
        Optional<AuditAnchor> anchored = transaction.execute(_ -> {
            AuditTable.Head head = table.lockHead();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<AuditAnchor> last = table.lastAnchor();
            boolean grown = head.seq() > last.map(AuditAnchor::entries).orElse(0L);
            boolean oldEnough =
                    last.isEmpty() || !last.get().anchoredAt().plus(interval).isAfter(now);
            if (!grown || !oldEnough) {
                return Optional.<AuditAnchor>empty();
            }
            AuditAnchor anchor = new AuditAnchor(head.seq(), head.hash(), now);
            table.append(anchor);
            tell.accept(anchor);
            return Optional.of(anchor);
        });
        return anchored == null ? Optional.empty() : anchored;
    }
}
