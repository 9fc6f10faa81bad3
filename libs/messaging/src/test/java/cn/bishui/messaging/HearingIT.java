package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@BishuiIT
class HearingIT {

    private static final String DEAD_LETTERS = DeadLetterTopics.of(MonitoringFact.TOPIC, "enforcement");

    private final Inbox inbox;
    private final FactProbe probe;
    private final JdbcClient jdbc;

    HearingIT(Inbox inbox, FactProbe probe, JdbcClient jdbc) {
        this.inbox = inbox;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    @Test
    void actsOnAFact() {
        String event = probe.send(Samples.exceedance("heard"));

        await().untilAsserted(() -> assertThat(actedOn("heard")).containsExactly(event));
    }

    @Test
    void actsOnceOnAnEventThatComesTwice() {
        String event = UUID.randomUUID().toString();
        probe.send(Samples.exceedance("twice"), event);
        probe.send(Samples.exceedance("twice"), event);
        probe.send(Samples.exceedance("behind-twice"));

        await().untilAsserted(() -> assertThat(actedOn("behind-twice")).hasSize(1));
        assertThat(actedOn("twice")).containsExactly(event);
    }

    @Test
    void letsUnknownFactsPassBy() {
        send("SomethingOfTomorrow", "{\"any\":1}");
        send("CaseFiled", FactJson.write(Samples.caseFiled("no", 1)));
        probe.send(Samples.exceedance("behind-unknown"));

        await().untilAsserted(() -> assertThat(actedOn("behind-unknown")).hasSize(1));
        assertThat(probe.events()).noneMatch(event -> event.event().topic().equals(DEAD_LETTERS));
    }

    @Test
    void laysAsideAtOnceWhatCannotBeRead() {
        String id = send("DailyLimitExceeded", "{\"exceedance\":");
        probe.send(Samples.exceedance("behind-garbage"));

        FactProbe.Heard letter = awaitLetter(id);
        assertThat(letter.event().value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"exceedance\":");
        assertThat(letter.header("kafka_dlt-original-topic")).contains(MonitoringFact.TOPIC);
        await().untilAsserted(() -> assertThat(actedOn("behind-garbage")).hasSize(1));
    }

    @Test
    void laysAsideAfterSomeTriesWhatAListenerFailsOn() {
        String id = probe.send(Samples.exceedance("fails-always"));
        probe.send(Samples.exceedance("behind-failure"));

        FactProbe.Heard letter = awaitLetter(id);
        assertThat(letter.header("kafka_dlt-exception-message").orElseThrow()).contains("this one fails");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(actedOn("behind-failure")).hasSize(1));
        assertThat(actedOn("fails-always")).isEmpty();
    }

    @Test
    void takesInNothingOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> inbox.accepts("loose"));
    }

    private FactProbe.Heard awaitLetter(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> probe.events().stream()
                                .filter(event -> event.event().topic().equals(DEAD_LETTERS)
                                        && event.header(EventHeaders.ID).equals(Optional.of(id)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String send(String type, String body) {
        String id = UUID.randomUUID().toString();
        probe.send(
                MonitoringFact.TOPIC,
                "key",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(EventHeaders.ID, id, EventHeaders.TYPE, type));
        return id;
    }

    private List<String> actedOn(String exceedance) {
        return jdbc.sql("select event_id from acted where exceedance = :exceedance")
                .param("exceedance", exceedance)
                .query(String.class)
                .list();
    }
}
