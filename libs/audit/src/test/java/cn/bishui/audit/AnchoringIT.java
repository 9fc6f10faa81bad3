package cn.bishui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class AnchoringIT {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AuditLog log;
    private final AuditAnchors anchors;
    private final AuditTable table;
    private final SettableClock clock;
    private final TransactionTemplate transaction;

    AnchoringIT(
            AuditLog log,
            AuditAnchors anchors,
            JdbcTemplate template,
            SettableClock clock,
            TransactionTemplate transaction) {
        this.log = log;
        this.anchors = anchors;
        this.table = new AuditTable(template);
        this.clock = clock;
        this.transaction = transaction;
    }

    @BeforeEach
    void longAfterTheLastAnchor() {
        Instant last = table.lastAnchor().map(AuditAnchor::anchoredAt).orElse(Instant.parse("2026-11-23T00:00:00Z"));
        clock.setTo(last.plus(Duration.ofDays(1)));
        grow();
    }

    @Test
    void tellsTheHeadOfTheChain() {
        List<AuditAnchor> told = new ArrayList<>();

        Optional<AuditAnchor> anchor = anchors.anchorIfDue(HOUR, told::add);

        AuditTable.Head head = table.head();
        assertThat(anchor).contains(new AuditAnchor(head.seq(), head.hash(), clock.instant()));
        assertThat(told).containsExactlyElementsOf(anchor.stream().toList());
        assertThat(table.lastAnchor()).isEqualTo(anchor);
    }

    @Test
    void anchorsAgainOnlyAfterAnHour() {
        anchors.anchorIfDue(HOUR, _ -> {});
        grow();
        clock.advance(HOUR.minusSeconds(1));
        assertThat(anchors.anchorIfDue(HOUR, _ -> {})).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(anchors.anchorIfDue(HOUR, _ -> {})).isPresent();
    }

    @Test
    void anchorsNothingWhileTheChainDoesNotGrow() {
        anchors.anchorIfDue(HOUR, _ -> {});
        clock.advance(HOUR.multipliedBy(5));

        assertThat(anchors.anchorIfDue(HOUR, _ -> {})).isEmpty();
    }

    @Test
    void keepsNoAnchorThatCouldNotBeTold() {
        Optional<AuditAnchor> before = table.lastAnchor();

        assertThatIllegalStateException()
                .isThrownBy(() -> anchors.anchorIfDue(HOUR, _ -> {
                    throw new IllegalStateException("no outbox");
                }));

        assertThat(table.lastAnchor()).isEqualTo(before);
        assertThat(anchors.anchorIfDue(HOUR, _ -> {})).isPresent();
    }

    @Test
    void anchorsOnceThoughEveryReplicaTries() throws Exception {
        AtomicInteger told = new AtomicInteger();
        Callable<Optional<AuditAnchor>> replica =
                () -> new AuditAnchors(table, transaction, clock).anchorIfDue(HOUR, _ -> told.incrementAndGet());

        List<AuditAnchor> made = new ArrayList<>();
        try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
            for (Future<Optional<AuditAnchor>> each :
                    replicas.invokeAll(List.of(replica, replica, replica, replica, replica, replica))) {
                each.get().ifPresent(made::add);
            }
        }

        assertThat(made).hasSize(1);
        assertThat(told).hasValue(1);
    }

    private void grow() {
        transaction.executeWithoutResult(_ -> log.record(People.CLERK, "permit.granted", "permit/anchored", Map.of()));
    }
}
