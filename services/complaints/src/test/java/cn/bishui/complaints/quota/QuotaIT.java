package cn.bishui.complaints.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.complaints.Visitor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import cn.bishui.web.Client;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class QuotaIT {

    private final Quota quota;
    private final Stamps stamps;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Visitor visitor;

    QuotaIT(
            Quota quota,
            Stamps stamps,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SettableClock clock,
            RestTestClient http) {
        this.quota = quota;
        this.stamps = stamps;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.visitor = new Visitor(http);
    }

    @Test
    void givesAnAddressTwentyComplaintsInTenMinutes() {
        clock.setTo("2026-11-23T08:03");
        Client client = Client.of("198.51.100.1");
        for (int i = 0; i < 20; i++) {
            quota.take(client, Allowance.COMPLAINT);
        }
        assertThatThrownBy(() -> quota.take(client, Allowance.COMPLAINT))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("quota.complaint");
                    assertThat(broken.kind()).isEqualTo(RuleBroken.Kind.TOO_MANY);
                    assertThat(broken.retryAfter()).hasValue(Duration.ofMinutes(7));
                    assertThat(broken.arguments()).containsExactly(7L);
                });
        quota.take(client, Allowance.TRACKING);
        quota.take(Client.of("198.51.100.2"), Allowance.COMPLAINT);
        clock.advance(Duration.ofMinutes(7));
        quota.take(client, Allowance.COMPLAINT);
    }

    @Test
    void countsAWrongSecretFiveTimes() {
        Client client = Client.of("2001:db8:7::1");
        clock.setTo("2026-11-23T08:03");
        for (int i = 0; i < 12; i++) {
            quota.take(Client.of("2001:db8:7::" + i), Allowance.TRACKING, Quota.WRONG_SECRET);
        }
        assertThatThrownBy(() -> quota.take(client, Allowance.TRACKING)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void countsWhatComesAtTheSameMoment() throws Exception {
        Client client = Client.of("198.51.100.3");
        Callable<Void> take = () -> {
            quota.take(client, Allowance.COMPLAINT);
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> all = pool.invokeAll(Collections.nCopies(40, take));
            assertThat(all)
                    .filteredOn(each -> each.state() == Future.State.SUCCESS)
                    .hasSize(20);
        }
    }

    @Test
    void doesNotCountTheMachineItself() {
        Client here = Client.of("::1");
        for (int i = 0; i < 100; i++) {
            quota.take(here, Allowance.COMPLAINT);
        }
        assertThatCode(() -> quota.take(here, Allowance.CODE)).doesNotThrowAnyException();
    }

    @Test
    void keepsNoAddressAndNothingForLongerThanADay() {
        clock.setTo("2026-11-20T08:00");
        quota.take(Client.of("198.51.100.4"), Allowance.COMPLAINT);
        String challenge = stamps.issue();
        clock.advance(Duration.ofSeconds(8));
        stamps.accept(challenge, "", Client.of("127.0.0.1"));
        String rows = jdbc.sql("select string_agg(row_to_json(q)::text, '') from quota q")
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain("198.51.100", "3139382e35312e313030");

        clock.setTo("2026-11-21T08:20");
        quota.forget();
        stamps.forget();
        assertThat(jdbc.sql("select count(*) from quota where window_start < '2026-11-21T00:00Z'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from used_stamp where expires_at < '2026-11-21T00:00Z'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesAChallengeOnceHoweverManySendIt() throws Exception {
        String challenge = stamps.issue();
        clock.advance(Duration.ofSeconds(9));
        Callable<Void> send = () -> {
            stamps.accept(challenge, null, Client.of("127.0.0.1"));
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> all = pool.invokeAll(Collections.nCopies(12, send));
            assertThat(all)
                    .filteredOn(each -> each.state() == Future.State.SUCCESS)
                    .hasSize(1);
            assertThat(all)
                    .filteredOn(each -> each.state() == Future.State.FAILED)
                    .allSatisfy(each -> assertThat(each.exceptionNow()).hasMessage("stamp.used"));
        }
    }

    @Test
    void isNotToBeAskedInsideATransaction() {
        Client client = Client.of("198.51.100.5");
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> quota.take(client, Allowance.COMPLAINT)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> stamps.accept(stamps.issue(), "", client)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void servesTheScriptThatSolvesChallenges() {
        var script = visitor.get("", "/12369/stamp.js");

        assertThat(script.getStatus().value()).isEqualTo(200);
        assertThat(Visitor.text(script)).contains("form[data-stamp]");
    }
}
