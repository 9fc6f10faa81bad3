package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class OrderIT {

    private static final int WRITERS = 8;
    private static final int EACH = 25;
    private static final int KEYS = 5;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final FactProbe probe;
    private final JdbcClient jdbc;

    OrderIT(Outbox outbox, TransactionTemplate transaction, FactProbe probe, JdbcClient jdbc) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    /**
     * Every change of a clue raises its revision and tells it: what was told of a clue must count from one upwards.
     *
     * @param order whether the row is locked before the fact is appended, as it should be, or after it
     */
    @ParameterizedTest
    @ValueSource(strings = {"row first", "fact first"})
    void factsOfAKeyAreToldInTheOrderOfCommit(String order) throws Exception {
        IntStream.range(0, KEYS)
                .forEach(key -> jdbc.sql("insert into clue values (:id, 0)")
                        .param("id", clue(order, key))
                        .update());

        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int offset = writer;
                writers.add(threads.submit(() ->
                        IntStream.range(0, EACH).forEach(i -> change(order, clue(order, (offset + i) % KEYS)))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> told(order).size() >= WRITERS * EACH);
        for (int key = 0; key < KEYS; key++) {
            String clue = clue(order, key);
            int changes = WRITERS * EACH / KEYS;
            assertThat(told(order).stream().filter(fact -> fact.clue().equals(clue)))
                    .as(clue)
                    .extracting(CaseFiled::caseNumber)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, changes)
                            .mapToObj(revision ->
                                    Samples.caseFiled(clue, revision).caseNumber())
                            .toList());
        }
    }

    private void change(String order, String clue) {
        transaction.executeWithoutResult(_ -> {
            if (order.equals("row first")) {
                outbox.append(Samples.caseFiled(clue, raise(clue)));
            } else {
                // the outbox makes writers of one key wait for each other by itself
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended('enforcement.v1 ' || :clue, 0))")
                        .param("clue", clue)
                        .query((_, _) -> clue)
                        .single();
                outbox.append(Samples.caseFiled(clue, revision(clue) + 1));
                raise(clue);
            }
        });
    }

    private int raise(String clue) {
        return jdbc.sql("update clue set revision = revision + 1 where id = :id returning revision")
                .param("id", clue)
                .query(Integer.class)
                .single();
    }

    private int revision(String clue) {
        return jdbc.sql("select revision from clue where id = :id")
                .param("id", clue)
                .query(Integer.class)
                .single();
    }

    private List<CaseFiled> told(String order) {
        return probe.heard(CaseFiled.class).stream()
                .filter(fact -> fact.clue().startsWith(order))
                .toList();
    }

    private static String clue(String order, int key) {
        return order + " " + key;
    }
}
