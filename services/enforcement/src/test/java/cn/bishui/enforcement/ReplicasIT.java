package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.clue.TakeUpEvidence;
import cn.bishui.messaging.FactJson;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Two replicas of the service on one database and in one consumer group. */
@BishuiIT
class ReplicasIT {

    /** Six of what monitoring tells, six of what complaints tell. */
    private static final int PARTITIONS = 12;

    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final KafkaListenerEndpointRegistry listeners;
    private final TakeUpEvidence takeUpEvidence;
    private final AuditVerifier verifier;

    ReplicasIT(
            FactProbe probe,
            JdbcClient jdbc,
            Environment environment,
            KafkaListenerEndpointRegistry listeners,
            TakeUpEvidence takeUpEvidence,
            AuditVerifier verifier) {
        this.probe = probe;
        this.jdbc = jdbc;
        this.environment = environment;
        this.listeners = listeners;
        this.takeUpEvidence = takeUpEvidence;
        this.verifier = verifier;
    }

    private ConfigurableApplicationContext replica() {
        return new SpringApplicationBuilder(EnforcementApplication.class)
                .run(Stream.of("BISHUI_DB_URL", "BISHUI_DB_USER", "BISHUI_DB_PASSWORD", "BISHUI_KAFKA", "BISHUI_ISSUER")
                        .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                        .toArray(String[]::new));
    }

    private static void pause(KafkaListenerEndpointRegistry registry) {
        registry.getListenerContainers().forEach(MessageListenerContainer::pause);
        await().until(() ->
                registry.getListenerContainers().stream().allMatch(MessageListenerContainer::isContainerPaused));
    }

    private static int partitionsOf(KafkaListenerEndpointRegistry registry) {
        return registry.getListenerContainers().stream()
                .mapToInt(container -> container.getAssignedPartitions() == null
                        ? 0
                        : container.getAssignedPartitions().size())
                .sum();
    }

    @Test
    void competingReplicasOpenOneCluePerOutletAndTellEveryFactOnceInOrder() {
        try (ConfigurableApplicationContext replica = replica()) {
            KafkaListenerEndpointRegistry others = replica.getBean(KafkaListenerEndpointRegistry.class);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> partitionsOf(listeners) > 0
                            && partitionsOf(others) > 0
                            && partitionsOf(listeners) + partitionsOf(others) == PARTITIONS);
            List<String> units = Stream.generate(Samples::unit).limit(6).toList();
            List<DailyLimitExceeded> facts = units.stream()
                    .flatMap(unit -> IntStream.range(0, 25).mapToObj(_ -> Samples.exceeded(unit)))
                    .toList();

            // both begin on a backlog at once, and both with the same outlets' first exceedances: events go under keys
            // of
            // their own, so that each replica gets some of every outlet; each comes twice
            pause(listeners);
            pause(others);
            for (int i = 0; i < 25; i++) {
                for (int u = 0; u < units.size(); u++) {
                    DailyLimitExceeded fact = facts.get(u * 25 + i);
                    String event = Samples.id();
                    send(fact, "key-" + i, event);
                    send(fact, "key-" + i, event);
                }
            }

            assertThat(taken(units)).isZero();
            listeners.getListenerContainers().forEach(MessageListenerContainer::resume);
            others.getListenerContainers().forEach(MessageListenerContainer::resume);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(taken(units)).isEqualTo(facts.size()));
            assertClues(units, 25);
            assertToldOnceInOrder(units, 25);
            assertThat(jdbc.sql("select count(*) from clue where unit in (:units)")
                            .param("units", units)
                            .query(Long.class)
                            .single())
                    .isEqualTo(units.size());
            assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
        }
        // what the other replica had goes on here
        await().atMost(Duration.ofSeconds(60)).until(() -> partitionsOf(listeners) == PARTITIONS);
    }

    @Test
    void writersThatCompeteForOneOutletAreToldInTheOrderOfTheirCommits() throws Exception {
        String unit = Samples.unit();
        Suspect suspect = Samples.suspect(unit);
        int writers = 8;
        int each = 12;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                running.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        takeUpEvidence.takeUp(suspect, Samples.cod("100", "0.25"));
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> writer : running) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }

        assertClues(List.of(unit), writers * each);
        assertToldOnceInOrder(List.of(unit), writers * each);
    }

    private void send(DailyLimitExceeded fact, String key, String event) {
        probe.send(
                fact.topic(),
                key,
                FactJson.write(fact).getBytes(StandardCharsets.UTF_8),
                Map.of("ce_id", event, "ce_type", fact.type()));
    }

    private int taken(List<String> units) {
        return jdbc.sql("select count(*) from exceedance e join clue c on c.id = e.clue where c.unit in (:units)")
                .param("units", units)
                .query(Integer.class)
                .single();
    }

    private void assertClues(List<String> units, int exceedances) {
        for (String unit : units) {
            assertThat(jdbc.sql("select exceedances from clue where unit = :unit")
                            .param("unit", unit)
                            .query(Integer.class)
                            .list())
                    .containsExactly(exceedances);
        }
    }

    /** The topic tells what joined a clue in the order in which the clue's row was locked, which its places keep. */
    private void assertToldOnceInOrder(List<String> units, int exceedances) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox")
                                .query(Long.class)
                                .single())
                        .isZero());
        List<FactProbe.Heard> events = probe.events();
        for (String unit : units) {
            String clue = jdbc.sql("select id from clue where unit = :unit")
                    .param("unit", unit)
                    .query(String.class)
                    .single();
            List<String> kept = jdbc.sql("select id from exceedance where clue = :clue order by place")
                    .param("clue", UUID.fromString(clue))
                    .query(String.class)
                    .list();
            List<FactProbe.Heard> own = events.stream()
                    .filter(event -> event.event().topic().equals(EnforcementFact.TOPIC)
                            && event.event().key().equals(clue))
                    .toList();
            Set<String> ids = new HashSet<>();
            assertThat(own).allMatch(event -> ids.add(event.id()));
            assertThat(own.stream()
                            .map(event ->
                                    exceedanceOf((EnforcementFact) event.fact().orElseThrow())))
                    .hasSize(exceedances)
                    .containsExactlyElementsOf(kept);
        }
    }

    private static String exceedanceOf(EnforcementFact fact) {
        return switch (fact) {
            case ClueOpened opened -> opened.exceedance();
            case ExceedanceJoinedClue joined -> joined.exceedance();
            default -> fact.toString();
        };
    }
}
