package cn.bishui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.bishui.audit.AuditVerdict.Sound;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class RecordingIT {

    private final AuditLog log;
    private final AuditReader reader;
    private final AuditVerifier verifier;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;
    private final TransactionTemplate apart;

    RecordingIT(
            AuditLog log,
            AuditReader reader,
            AuditVerifier verifier,
            JdbcClient jdbc,
            SettableClock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.reader = reader;
        this.verifier = verifier;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void keepsWhoDidWhatToWhatAndWhen() {
        clock.setTo(Instant.parse("2026-11-23T01:02:03.123456789Z"));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", "超标“1.3倍”");
        details.put("limit", Map.of("old", "50", "new", "40"));
        details.put("note", null);
        transaction.executeWithoutResult(_ -> {
            log.record(People.CLERK, "permit.submitted", "permit/kept", details);
            log.record(People.HOLDER, "permit.read", "permit/kept", Map.of());
        });

        List<AuditEntry> entries = reader.about("permit/kept");

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(People.CLERK);
            assertThat(entry.action()).isEqualTo("permit.submitted");
            assertThat(entry.subject()).isEqualTo("permit/kept");
            assertThat(entry.details()).isEqualTo(details);
            assertThat(entry.at()).isEqualTo("2026-11-23T01:02:03.123456Z");
        });
        assertThat(entries.getLast().actor()).isEqualTo(People.HOLDER);
        assertThat(entries.getLast().seq()).isEqualTo(entries.getFirst().seq() + 1);
        assertSound();
    }

    @Test
    void readsTheTimelineOfSeveralSubjectsOldestFirst() {
        record("permit/a", "one");
        record("permit/b", "two");
        record("permit/a", "three");

        assertThat(reader.about(List.of("permit/a", "permit/b")))
                .extracting(AuditEntry::action)
                .containsExactly("one", "two", "three");
        assertThat(reader.about(List.of())).isEmpty();
    }

    /** The formula as an auditor would apply it, in PostgreSQL's own words. */
    @Test
    void isHashedSoThatAnybodyCanRecomputeIt() {
        clock.setTo(Instant.parse("2026-11-23T01:02:03Z"));
        record("permit/recomputed", "permit.granted");

        assertThat(jdbc.sql("""
                        with field (seq, place, text) as (
                          select seq, 1, seq::text from audit_log union all
                          select seq, 2, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from audit_log union all
                          select seq, 3, actor from audit_log union all
                          select seq, 4, bureau from audit_log union all
                          select seq, 5, unit from audit_log union all
                          select seq, 6, action from audit_log union all
                          select seq, 7, subject from audit_log union all
                          select seq, 8, details from audit_log union all
                          select seq, 9, prev_hash from audit_log),
                        netstrings (seq, text) as (
                          select seq, string_agg(coalesce(octet_length(text) || ':' || text, '-') || ',', '' order by place)
                          from field group by seq)
                        select hash = encode(sha256(convert_to(n.text, 'UTF8')), 'hex')
                        from audit_log join netstrings n using (seq) where subject = 'permit/recomputed'""").query(Boolean.class).single()).isTrue();
    }

    @Test
    void leavesNothingOfWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            log.record(People.CLERK, "permit.granted", "permit/undone", Map.of());
            status.setRollbackOnly();
        });
        record("permit/done", "permit.granted");

        assertThat(reader.about("permit/undone")).isEmpty();
        assertThat(reader.about("permit/done")).hasSize(1);
        assertSound();
    }

    @Test
    void leavesNothingOfWhatWasRolledBackToASavepoint() {
        transaction.executeWithoutResult(_ -> {
            log.record(People.CLERK, "before", "permit/savepoint", Map.of());
            nested.executeWithoutResult(status -> {
                log.record(People.CLERK, "undone", "permit/savepoint", Map.of());
                status.setRollbackOnly();
            });
            nested.executeWithoutResult(_ -> log.record(People.CLERK, "kept", "permit/savepoint", Map.of()));
            log.record(People.CLERK, "after", "permit/savepoint", Map.of());
        });

        assertThat(reader.about("permit/savepoint"))
                .extracting(AuditEntry::action)
                .containsExactly("before", "kept", "after");
        assertSound();
    }

    @Test
    void keepsWhatATransactionOfItsOwnRecordedThoughTheOuterOneIsUndone() {
        transaction.executeWithoutResult(status -> {
            log.record(People.CLERK, "outer", "permit/apart", Map.of());
            apart.executeWithoutResult(_ -> log.record(People.CLERK, "inner", "permit/apart", Map.of()));
            status.setRollbackOnly();
        });

        assertThat(reader.about("permit/apart")).extracting(AuditEntry::action).containsExactly("inner");
        assertSound();
    }

    @Test
    void chainsWhatIsRecordedOnlyWhenTheTransactionCommits() {
        transaction.executeWithoutResult(_ -> {
            log.record(People.CLERK, "first", "permit/late", Map.of());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    log.record(People.CLERK, "at the last moment", "permit/late", Map.of());
                }
            });
        });

        assertThat(reader.about("permit/late"))
                .extracting(AuditEntry::action)
                .containsExactly("first", "at the last moment");
        assertSound();
    }

    @Test
    void refusesAnEntryOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> log.record(People.CLERK, "permit.granted", "permit/loose", Map.of()))
                .withMessageContaining("permit.granted");
    }

    @Test
    void keepsOneUnbrokenChainUnderConcurrentWriters() throws Exception {
        int writers = 8;
        int each = 30;
        long before = entries();

        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String subject = "permit/concurrent-" + writer;
                running.add(threads.submit(() -> IntStream.range(0, each)
                        .forEach(i -> transaction.executeWithoutResult(status -> {
                            log.record(People.CLERK, "one-" + i, subject, Map.of("i", i));
                            log.record(People.CLERK, "two-" + i, subject, Map.of("i", i));
                            if (i % 5 == 4) {
                                status.setRollbackOnly();
                            }
                        }))));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        int kept = writers * each * 2 * 4 / 5;
        assertThat(verifier.verify())
                .isInstanceOfSatisfying(
                        Sound.class, sound -> assertThat(sound.entries()).isEqualTo(before + kept));
        assertThat(reader.about("permit/concurrent-0"))
                .extracting(AuditEntry::action)
                .startsWith("one-0", "two-0", "one-1", "two-1")
                .doesNotContain("one-4");
    }

    private void record(String subject, String action) {
        transaction.executeWithoutResult(_ -> log.record(People.CLERK, action, subject, Map.of()));
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_log").query(Long.class).single();
    }

    private void assertSound() {
        assertThat(verifier.verify()).isInstanceOf(Sound.class);
    }
}
