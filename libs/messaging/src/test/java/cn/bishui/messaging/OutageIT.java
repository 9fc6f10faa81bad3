package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when the servers go away under a running service, and come back. */
@BishuiIT
class OutageIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final FactProbe probe;
    private final JdbcClient jdbc;

    OutageIT(Outbox outbox, TransactionTemplate transaction, FactProbe probe, JdbcClient jdbc) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    @Test
    void withoutKafkaWorkGoesOnAndWhatWasAppendedArrivesLaterAndOnce() {
        append("before", 1, 5);
        TestServers.stopKafka();
        try {
            append("during", 1, 20);
            assertThat(waiting()).isGreaterThanOrEqualTo(20);
        } finally {
            TestServers.startKafka();
        }
        append("after", 1, 5);

        await().atMost(LONG).until(() -> waiting() == 0);
        List<FactProbe.Heard> events = probe.events();
        assertThat(events).extracting(FactProbe.Heard::id).doesNotHaveDuplicates();
        assertThat(probe.heard(CaseFiled.class).stream()
                        .filter(fact -> fact.clue().equals("during"))
                        .map(CaseFiled::caseNumber))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> Samples.caseFiled("during", i).caseNumber())
                        .toList());
        assertThat(probe.heard(CaseFiled.class)).hasSize(30);
    }

    @Test
    void withoutADatabaseListenersWaitAndNothingIsLaidAside() {
        append("told-before", 1, 1);
        probe.await(CaseFiled.class, fact -> fact.clue().equals("told-before"));
        TestServers.stopPostgres();
        try {
            probe.send(Samples.exceedance("heard-without-database"));
            // longer than listeners try what is not an outage
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        } finally {
            TestServers.startPostgres();
        }
        await().atMost(LONG).ignoreExceptions().until(() -> actedOn("heard-without-database") == 1);
        append("told-after", 1, 3);

        await().atMost(LONG).until(() -> waiting() == 0);
        assertThat(probe.heard(CaseFiled.class))
                .filteredOn(fact -> fact.clue().equals("told-after"))
                .hasSize(3);
        assertThat(probe.events()).noneMatch(event -> event.event().topic().endsWith(".dlt"));
    }

    private void append(String clue, int from, int to) {
        for (int i = from; i <= to; i++) {
            CaseFiled fact = Samples.caseFiled(clue, i);
            transaction.executeWithoutResult(_ -> outbox.append(fact));
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private long actedOn(String exceedance) {
        return jdbc.sql("select count(*) from acted where exceedance = :exceedance")
                .param("exceedance", exceedance)
                .query(Long.class)
                .single();
    }
}
