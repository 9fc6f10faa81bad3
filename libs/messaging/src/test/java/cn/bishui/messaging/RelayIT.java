package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when a relay dies. The service's own rests here; each test has relays of its own. */
@BishuiIT
class RelayIT {

    private final Outbox outbox;
    private final OutboxRelay own;
    private final Relays relays;
    private final TransactionTemplate transaction;
    private final FactProbe probe;
    private final JdbcClient jdbc;

    RelayIT(
            Outbox outbox,
            OutboxRelay own,
            Environment environment,
            TransactionTemplate transaction,
            FactProbe probe,
            JdbcClient jdbc) {
        this.outbox = outbox;
        this.own = own;
        this.relays = new Relays(environment);
        this.transaction = transaction;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void letTheServicesOwnRest() {
        own.stop();
    }

    @AfterEach
    void wakeTheServicesOwn() {
        own.start();
    }

    @Test
    void killedBetweenAcknowledgementAndDeleteItTellsAgainWithTheSameIdAndAListenerActsOnce() {
        OutboxRelay relay = relays.relay(relays.beforeTheFirstDelete(this::kill));
        transaction.executeWithoutResult(_ -> outbox.append(Samples.exceedance("told-twice")));
        relay.start();
        try {
            await().until(() -> told("told-twice").size() == 2);
            await().until(this::outboxIsEmpty);
        } finally {
            relay.stop();
        }
        probe.send(Samples.exceedance("behind-told-twice"));

        await().until(() -> !actedOn("behind-told-twice").isEmpty());
        List<String> ids = told("told-twice");
        assertThat(ids).hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(actedOn("told-twice")).containsExactly(ids.getFirst());
    }

    @Test
    void ofTwoReplicasOneRelaysAndTheOtherGoesOnWhenItsConnectionDies() {
        AtomicInteger backend = new AtomicInteger();
        OutboxRelay first = relays.relay(relays.once(backend));
        OutboxRelay second = relays.relay(relays::connect);
        first.start();
        try {
            await().until(() -> backend.get() != 0 && holdsTheLock(backend.get()));
            second.start();
            tell("replica", 1, 20);
            probe.await(CaseFiled.class, fact -> fact.clue().equals("replica-20"));
            assertThat(holdsTheLock(backend.get())).isTrue();

            tell("replica", 21, 30);
            kill(backend.get());
            tell("replica", 31, 40);

            probe.await(CaseFiled.class, fact -> fact.clue().equals("replica-40"));
            await().until(this::outboxIsEmpty);
        } finally {
            first.stop();
            second.stop();
        }
        assertThat(probe.heard(CaseFiled.class).stream().map(CaseFiled::clue).distinct())
                .hasSize(40);
    }

    @Test
    void aRelayThatIsStoppedAndStartedGoesOn() {
        tell("rested", 1, 1);
        assertThat(probe.heard(CaseFiled.class)).isEmpty();

        own.start();

        probe.await(CaseFiled.class, fact -> fact.clue().equals("rested-1"));
    }

    private void tell(String name, int from, int to) {
        for (int i = from; i <= to; i++) {
            String clue = name + "-" + i;
            transaction.executeWithoutResult(_ -> outbox.append(Samples.caseFiled(clue, 1)));
        }
    }

    private void kill(int backend) {
        jdbc.sql("select pg_terminate_backend(:backend, 5000)")
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    private boolean holdsTheLock(int backend) {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and granted and pid = :backend")
                        .param("backend", backend)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private boolean outboxIsEmpty() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0;
    }

    private List<String> told(String exceedance) {
        return probe.events().stream()
                .filter(event -> event.fact()
                        .filter(Samples.exceedance(exceedance)::equals)
                        .isPresent())
                .map(FactProbe.Heard::id)
                .toList();
    }

    private List<String> actedOn(String exceedance) {
        return jdbc.sql("select event_id from acted where exceedance = :exceedance")
                .param("exceedance", exceedance)
                .query(String.class)
                .list();
    }
}
