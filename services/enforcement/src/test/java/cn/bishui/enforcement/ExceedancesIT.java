package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.messaging.FactJson;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Each exceedance is acted on once, however often it is told. */
@BishuiIT
class ExceedancesIT {

    private final People people;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final KafkaListenerEndpointRegistry listeners;
    private final Environment environment;

    ExceedancesIT(Environment environment, FactProbe probe, JdbcClient jdbc, KafkaListenerEndpointRegistry listeners) {
        this.people = new People(environment);
        this.probe = probe;
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.environment = environment;
    }

    @Test
    void anEventThatComesTwiceChangesNothing() {
        String unit = Samples.unit();
        DailyLimitExceeded fact = Samples.exceeded(unit);
        String event = probe.send(fact);
        probe.send(fact, event);
        passBy(unit);

        assertThat(told(unit)).containsExactly("ClueOpened");
        assertThat(exceedancesOf(unit)).containsExactly(fact.exceedance());
    }

    @Test
    void anExceedanceThatIsToldAnewChangesNothingEvenAfterItsClueIsDecided() {
        String unit = Samples.unit();
        DailyLimitExceeded fact = Samples.exceeded(unit);
        probe.send(fact);
        probe.send(fact);
        passBy(unit);
        assertThat(told(unit)).containsExactly("ClueOpened");

        String id = people.awaitClue(unit, "open").path("id").asString();
        people.post(People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "file", "reason", "超标"))
                .ok();
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", people.clue(id).path("version").asLong(), "agree", true))
                .ok();
        probe.send(fact);
        passBy(unit);

        assertThat(people.cluesOf(unit, "")).hasSize(1);
        assertThat(told(unit)).containsExactly("ClueOpened", "CaseFiled");
    }

    @Test
    void aConsumerThatDiesBetweenItsCommitsActsOnce() throws Exception {
        String unit = Samples.unit();
        DailyLimitExceeded first = Samples.exceeded(unit);
        DailyLimitExceeded second = Samples.exceeded(unit);
        probe.send(first);
        probe.send(second);
        await().untilAsserted(() -> assertThat(exceedancesOf(unit)).hasSize(2));

        // the database has both; Kafka is brought to believe that it was told of neither
        listeners.getListenerContainers().forEach(container -> container.stop());
        await().until(() -> listeners.getListenerContainers().stream().noneMatch(container -> container.isRunning()));
        long redelivered = rewind();
        assertThat(redelivered).isGreaterThanOrEqualTo(2);
        listeners.getListenerContainers().forEach(container -> container.start());
        passBy(unit);

        assertThat(exceedancesOf(unit)).containsExactly(first.exceedance(), second.exceedance());
        assertThat(told(unit)).containsExactly("ClueOpened", "ExceedanceJoinedClue");
        assertThat(people.cluesOf(unit, "")).hasSize(1);
    }

    /** Sets the group back to the beginning of the topic; returns how many events it will get again. */
    private long rewind() throws ExecutionException, InterruptedException {
        String group = environment.getRequiredProperty("spring.application.name");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", environment.getRequiredProperty("BISHUI_KAFKA")))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
            long again = 0;
            for (Map.Entry<TopicPartition, OffsetAndMetadata> each : committed.entrySet()) {
                if (each.getKey().topic().equals(MonitoringFact.TOPIC) && each.getValue() != null) {
                    again += each.getValue().offset();
                    back.put(each.getKey(), new OffsetAndMetadata(0));
                }
            }
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(group, back).all().get();
                return true;
            });
            return again;
        }
    }

    /** Waits until the service has heard everything that was told of a unit: its key's events come in order. */
    private void passBy(String unit) {
        DailyLimitExceeded other = Samples.exceeded(unit);
        DailyLimitExceeded behind = new DailyLimitExceeded(
                other.exceedance(),
                unit + "Z",
                other.unitName(),
                other.outlet(),
                other.outletName(),
                other.pollutant(),
                other.pollutantName(),
                other.day(),
                other.value(),
                other.limit(),
                other.limitMin(),
                other.limitMax(),
                other.unitOfMeasure(),
                other.multiple(),
                other.permit(),
                other.limitSet(),
                other.device(),
                other.judgedAt());
        probe.send(
                behind.topic(),
                Samples.exceeded(unit).key(),
                FactJson.write(behind).getBytes(StandardCharsets.UTF_8),
                Map.of("ce_id", Samples.id(), "ce_type", behind.type()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(exceedancesOf(unit + "Z")).contains(behind.exceedance()));
    }

    private List<String> exceedancesOf(String unit) {
        return jdbc.sql(
                        "select e.id from exceedance e join clue c on c.id = e.clue where c.unit = :unit order by e.place")
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    private List<String> told(String unit) {
        List<String> clues = jdbc.sql("select id from clue where unit = :unit")
                .param("unit", unit)
                .query(String.class)
                .list();
        // everything is told once the outbox is empty
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero());
        return probe.heard(EnforcementFact.class).stream()
                .filter(fact -> clues.contains(fact.clue()))
                .map(EnforcementFact::type)
                .toList();
    }
}
