package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class TellingIT {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    TellingIT(Outbox outbox, TransactionTemplate transaction, FactProbe probe, JdbcClient jdbc, SettableClock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.probe = probe;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void tellsACommittedFactAsACloudEvent() {
        clock.setTo("2026-11-23T09:00");
        CaseFiled fact = Samples.caseFiled("clue-told", 1);
        transaction.executeWithoutResult(_ -> outbox.append(fact));

        FactProbe.Heard heard = probe.awaitEvent(event -> event.event().key().equals("clue-told"));

        assertThat(heard.fact()).contains(fact);
        assertThat(heard.event().topic()).isEqualTo("enforcement.v1");
        assertThat(heard.header("ce_specversion")).contains("1.0");
        assertThat(heard.id()).hasSize(36);
        assertThat(heard.header("ce_type")).contains("CaseFiled");
        assertThat(heard.header("ce_source")).contains("enforcement");
        assertThat(heard.header("ce_subject")).contains("clue-told");
        assertThat(heard.header("ce_time")).contains("2026-11-23T01:00:00Z");
        assertThat(heard.header("content-type")).contains("application/json");
    }

    @Test
    void tellsNothingThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.append(Samples.caseFiled("clue-undone", 1));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> outbox.append(Samples.caseFiled("clue-after", 1)));

        probe.await(CaseFiled.class, fact -> fact.clue().equals("clue-after"));

        assertThat(probe.heard(CaseFiled.class)).noneMatch(fact -> fact.clue().equals("clue-undone"));
    }

    @Test
    void keepsNothingThatIsTold() {
        transaction.executeWithoutResult(_ -> outbox.append(Samples.caseFiled("clue-gone", 1)));
        probe.await(CaseFiled.class, fact -> fact.clue().equals("clue-gone"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero());
    }

    @Test
    void refusesAFactOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.append(Samples.caseFiled("clue-loose", 1)));
    }
}
