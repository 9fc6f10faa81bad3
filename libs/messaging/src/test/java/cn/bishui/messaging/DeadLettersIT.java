package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BishuiIT
class DeadLettersIT {

    private static final String ENDPOINT = "/api/enforcement/v1/dead-letters";
    private static final String PAGE = "/enforcement/dead-letters";
    private static final String OPERATOR = Tokens.as("env-it-operator", Bureau.ENV, "platform.operator");
    private static final JsonMapper JSON = new JsonMapper();

    private final FactProbe probe;
    private final RestTestClient http;
    private final EndpointWalk walk;
    private final JdbcClient jdbc;
    private final AuditReader audit;
    private final DeadLetters letters;

    DeadLettersIT(
            FactProbe probe,
            RestTestClient http,
            EndpointWalk walk,
            JdbcClient jdbc,
            AuditReader audit,
            DeadLetters letters) {
        this.probe = probe;
        this.http = http;
        this.walk = walk;
        this.jdbc = jdbc;
        this.audit = audit;
        this.letters = letters;
    }

    @Test
    void onlyTheOperatorMayLookAndReplay() {
        walk.assertGuarded("GET /enforcement/todo");
        assertThat(walk.reachableWith(OPERATOR))
                .contains("GET " + ENDPOINT, "POST " + ENDPOINT + "/replay")
                .contains("GET " + PAGE, "POST " + PAGE + "/replay")
                .noneMatch(endpoint -> endpoint.contains("/audit"));
    }

    @Test
    void showsWhatAListenerGaveUpOnAndWhy() {
        String event = probe.send(Samples.exceedance("fails-shown"));

        JsonNode letter = awaitLetter(event);

        assertThat(letter.get("topic").asString()).isEqualTo(MonitoringFact.TOPIC);
        assertThat(letter.get("partition").asInt()).isNotNegative();
        assertThat(letter.get("offset").asLong()).isNotNegative();
        assertThat(letter.get("group").asString()).isEqualTo("enforcement");
        assertThat(letter.get("key").asString())
                .isEqualTo(Samples.exceedance("fails-shown").key());
        assertThat(letter.get("type").asString()).isEqualTo("DailyLimitExceeded");
        assertThat(letter.get("reason").asString()).contains("IllegalArgumentException", "this one fails");
        assertThat(letter.get("failedAt").asString()).endsWith("Z");
        assertThat(letter.get("body").asString()).contains("\"exceedance\":\"fails-shown\"", "化学需氧量");
    }

    @Test
    void replaysALetterOnceItsCauseIsMended() {
        String event = probe.send(Samples.exceedance("fails-until-mended"));
        JsonNode letter = awaitLetter(event);
        jdbc.sql("insert into mended values ('fails-until-mended')").update();

        JsonNode first = replay(letter, 200);
        JsonNode second = replay(letter, 200);

        assertThat(actedOn("fails-until-mended")).containsExactly(event);
        assertThat(letterOf(event)).isEmpty();
        assertThat(first.get("replayedBy").asString()).isEqualTo("env-it-operator");
        assertThat(second).isEqualTo(first);
        assertThat(audit.about(subject(letter))).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("dead-letter.replayed");
            assertThat(entry.actor().username()).isEqualTo("env-it-operator");
            assertThat(entry.details()).containsEntry("event", event).containsEntry("group", "enforcement");
        });
    }

    @Test
    void showsTheOperatorALetterOnAPageAndReplaysItThere() {
        String event = probe.send(Samples.exceedance("fails-until-mended-by-page"));
        JsonNode letter = awaitLetter(event);
        assertThat(page(PAGE))
                .contains("未处理的消息", "DailyLimitExceeded", "this one fails", "fails-until-mended-by-page", "重新处理")
                .contains("value=\"" + letter.get("offset").asLong() + "\"")
                .doesNotContain("??");
        assertThat(page(PAGE + "?lang=en")).contains("Dead letters", "Replay").doesNotContain("??");
        assertThat(page("/enforcement/todo")).contains("href=\"" + PAGE + "\"", "处理被搁置的消息");

        String failed = form(letter)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(failed).contains("重新处理仍然失败", "fails-until-mended-by-page");

        jdbc.sql("insert into mended values ('fails-until-mended-by-page')").update();
        form(letter)
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value("Location", to -> assertThat(to).contains(PAGE + "?done="));

        assertThat(actedOn("fails-until-mended-by-page")).containsExactly(event);
        assertThat(letterOf(event)).isEmpty();
        assertThat(page(PAGE)).doesNotContain("fails-until-mended-by-page");
    }

    private RestTestClient.ResponseSpec form(JsonNode letter) {
        return http.post()
                .uri(PAGE + "/replay")
                .header("Authorization", "Bearer " + OPERATOR)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("group=%s&topic=%s&partition=%d&offset=%d"
                        .formatted(
                                letter.get("group").asString(),
                                letter.get("topic").asString(),
                                letter.get("partition").asInt(),
                                letter.get("offset").asLong()))
                .exchange();
    }

    private String page(String path) {
        return String.valueOf(http.get()
                .uri(path)
                .header("Authorization", "Bearer " + OPERATOR)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void showsWhatCannotBeReadAsItCame() {
        String event = UUID.randomUUID().toString();
        probe.send(
                MonitoringFact.TOPIC,
                "key\0",
                new byte[] {'{', 0, (byte) 0xff},
                Map.of(EventHeaders.ID, event, EventHeaders.TYPE, "DailyLimitExceeded"));

        JsonNode letter = awaitLetter(event);

        assertThat(letter.get("body").asString()).isEqualTo("{\0\ufffd");
        replay(letter, 409);
    }

    @Test
    void knowsNoLetterWhereThereIsNone() {
        JsonNode problem = replay("{\"topic\": \"monitoring.v1\", \"partition\": 0, \"offset\": 123456789}", 404);

        assertThat(problem.get("code").asString()).isEqualTo("dead-letter.missing");
        replay("{\"topic\": \"monitoring.v1\"}", 400);
    }

    @Test
    void keepsALetterThatFailsAgainAndSaysWhy() {
        DeadLetter letter = letter("enforcement", "fails-again", "id-fails-again");
        letters.keep(letter);

        JsonNode problem = replay(letter, 409);

        assertThat(problem.get("code").asString()).isEqualTo("dead-letter.fails-again");
        assertThat(problem.get("detail").asString()).contains("this one fails");
        assertThat(letterOf("id-fails-again").orElseThrow().get("reason").asString())
                .contains("this one fails");
        assertThat(actedOn("fails-again")).isEmpty();
        assertThat(audit.about(letter.place().subject()))
                .extracting(AuditEntry::action)
                .containsExactly("dead-letter.replay-failed");
    }

    @Test
    void actsNotTwiceOnAnEventThatWasTakenInMeanwhile() {
        DeadLetter letter = letter("enforcement", "meanwhile", "id-meanwhile");
        letters.keep(letter);
        probe.send(Samples.exceedance("meanwhile"), "id-meanwhile");
        await().until(() -> actedOn("meanwhile").size() == 1);

        replay(letter, 200);

        assertThat(actedOn("meanwhile")).containsExactly("id-meanwhile");
        assertThat(letterOf("id-meanwhile")).isEmpty();
    }

    @Test
    void aLetterOfAGroupThatIsGoneIsNotLost() {
        DeadLetter letter = letter("enforcement.gone", "gone", "id-gone");
        letters.keep(letter);

        assertThat(replay(letter, 409).get("code").asString()).isEqualTo("dead-letter.no-listener");
        assertThat(letterOf("id-gone")).isPresent();
    }

    @Test
    void aLetterThatIsReadAgainFromItsTopicDoesNotComeBack() {
        DeadLetter letter = letter("enforcement", "read-again", "id-read-again");
        letters.keep(letter);
        letters.keep(letter);
        replay(letter, 200);

        letters.keep(letter);

        assertThat(letterOf("id-read-again")).isEmpty();
        assertThat(actedOn("read-again")).hasSize(1);
    }

    @Test
    void anotherEventAtTheSamePlaceIsKeptForKafkaMayHaveBegunAnew() {
        DeadLetter letter = letter("enforcement", "overwritten", "id-overwritten");
        letters.keep(letter);
        replay(letter, 200);
        letter.event().headers().remove(EventHeaders.ID).add(header(EventHeaders.ID, "id-another"));

        letters.keep(letter);

        assertThat(letterOf("id-another")).isPresent();
    }

    /** As the collector would have made it. */
    private static DeadLetter letter(String group, String exceedance, String id) {
        long offset = 1_000_000L + exceedance.hashCode();
        DailyLimitExceeded fact = Samples.exceedance(exceedance);
        return new DeadLetter(
                group,
                DeadLetter.event(
                        new DeadLetter.Place(group, MonitoringFact.TOPIC, 0, Math.abs(offset)),
                        fact.judgedAt(),
                        fact.key(),
                        FactJson.write(fact).getBytes(StandardCharsets.UTF_8),
                        new RecordHeaders(
                                List.of(header(EventHeaders.ID, id), header(EventHeaders.TYPE, fact.type())))),
                fact.judgedAt(),
                "unknown",
                null);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode awaitLetter(String event) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> letterOf(event), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> letterOf(String event) {
        String answer = http.get()
                .uri(ENDPOINT + "?size=200")
                .header("Authorization", "Bearer " + OPERATOR)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return JSON.readTree(answer)
                .get("items")
                .valueStream()
                .filter(letter -> letter.get("eventId").asString("").equals(event))
                .findFirst();
    }

    private JsonNode replay(DeadLetter letter, int status) {
        return replay(
                "{\"topic\": \"%s\", \"partition\": %d, \"offset\": %d, \"group\": \"%s\"}"
                        .formatted(
                                letter.place().topic(),
                                letter.place().partition(),
                                letter.place().offset(),
                                letter.group()),
                status);
    }

    private JsonNode replay(JsonNode letter, int status) {
        return replay(
                "{\"topic\": \"%s\", \"partition\": %d, \"offset\": %d}"
                        .formatted(
                                letter.get("topic").asString(),
                                letter.get("partition").asInt(),
                                letter.get("offset").asLong()),
                status);
    }

    private JsonNode replay(String body, int status) {
        String answer = http.post()
                .uri(ENDPOINT + "/replay")
                .header("Authorization", "Bearer " + OPERATOR)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(String.class)
                .getResponseBody();
        return JSON.readTree(answer);
    }

    private static String subject(JsonNode letter) {
        return "dead-letter/%s/%d/%d"
                .formatted(
                        letter.get("topic").asString(),
                        letter.get("partition").asInt(),
                        letter.get("offset").asLong());
    }

    private List<String> actedOn(String exceedance) {
        return jdbc.sql("select event_id from acted where exceedance = :exceedance")
                .param("exceedance", exceedance)
                .query(String.class)
                .list();
    }
}
