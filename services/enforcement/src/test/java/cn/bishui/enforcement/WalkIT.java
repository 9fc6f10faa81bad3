package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** From an exceedance to a card that is shown and a clue that is decided. */
@BishuiIT
class WalkIT {

    private final People people;
    private final FactProbe probe;
    private final SettableClock clock;
    private final AuditVerifier verifier;

    WalkIT(Environment environment, FactProbe probe, SettableClock clock, AuditVerifier verifier) {
        this.people = new People(environment);
        this.probe = probe;
        this.clock = clock;
        this.verifier = verifier;
    }

    @Test
    void anExceedanceBecomesAClueACardAndACase() {
        clock.setTo("2026-11-25T09:00");
        String unit = Samples.unit();
        DailyLimitExceeded first = Samples.exceeded(unit);
        probe.send(first);

        JsonNode row = people.awaitClue(unit, "open");
        String id = row.path("id").asString();
        JsonNode clue = people.clue(id);
        assertThat(clue.path("number").asString()).matches("XS-2026-\\d{4}");
        assertThat(clue.path("due").asString()).isEqualTo("2026-12-16");
        assertThat(clue.path("dueProvisional").asBoolean()).isFalse();
        assertThat(clue.path("exceedances").get(0).path("value").decimalValue()).isEqualByComparingTo("168.4");
        assertThat(clue.path("card").path("state").asString()).isEqualTo("proposed");
        ClueOpened opened = probe.await(ClueOpened.class, fact -> fact.unit().equals(unit));
        assertThat(opened.clue()).isEqualTo(id);
        assertThat(opened.exceedance()).isEqualTo(first.exceedance());
        assertThat(opened.due()).isEqualTo(LocalDate.of(2026, 12, 16));

        DailyLimitExceeded second = Samples.exceeded(unit);
        probe.send(second);
        ExceedanceJoinedClue joined =
                probe.await(ExceedanceJoinedClue.class, fact -> fact.clue().equals(id));
        assertThat(joined.exceedance()).isEqualTo(second.exceedance());
        assertThat(people.clue(id).path("due").asString()).isEqualTo("2026-12-16");

        String reason = people.clue(id).path("suggestedReason").asString();
        JsonNode drafted = people.post(
                        People.INSPECTOR,
                        "/clues/" + id + "/card",
                        Map.of("reason", reason, "measure", "limit-production"))
                .ok();
        assertThat(drafted.path("state").asString()).isEqualTo("drafted");
        JsonNode signed = people.post(
                        People.HEAD,
                        "/clues/" + id + "/card/sign",
                        Map.of("version", drafted.path("version").asLong()))
                .ok();
        assertThat(signed.path("state").asString()).isEqualTo("signed");
        assertThat(signed.path("number").asString()).matches("HP-2026-\\d{4}");
        YellowCardShown shown =
                probe.await(YellowCardShown.class, fact -> fact.clue().equals(id));
        assertThat(shown.number()).isEqualTo(signed.path("number").asString());
        assertThat(shown.exceedances()).containsExactly(first.exceedance(), second.exceedance());
        assertThat(shown.reason()).isEqualTo(reason).contains("化学需氧量日均值168.4 mg/L", "超标1.11倍");
        assertThat(shown.measure()).isEqualTo("limit-production");
        assertThat(shown.shownOn()).isEqualTo(LocalDate.of(2026, 11, 25));

        JsonNode proposed = people.post(
                        People.INSPECTOR,
                        "/clues/" + id + "/proposal",
                        Map.of("decision", "file", "reason", "事实清楚，证据充分。"))
                .ok();
        JsonNode filed = people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", proposed.path("version").asString(), "agree", true))
                .ok();
        assertThat(filed.path("state").asString()).isEqualTo("filed");
        CaseFiled caseFiled = probe.await(CaseFiled.class, fact -> fact.clue().equals(id));
        assertThat(caseFiled.caseNumber())
                .matches("LA-2026-\\d{4}")
                .isEqualTo(filed.path("caseNumber").asString());

        assertThat(told(id)).containsExactly("ClueOpened", "ExceedanceJoinedClue", "YellowCardShown", "CaseFiled");
        assertThat(StreamSupport.stream(
                                people.read(People.READER, "/clues/" + id + "/history")
                                        .path("items")
                                        .spliterator(),
                                false)
                        .map(entry -> entry.path("action").asString() + " "
                                + entry.path("actor").asString()))
                .containsExactly(
                        "clue.opened system:enforcement",
                        "card.proposed system:enforcement",
                        "clue.joined system:enforcement",
                        "card.drafted env-inspector",
                        "card.signed env-head",
                        "clue.proposed env-inspector",
                        "clue.filed env-head");
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void whatIsSentBackIsDoneAgainByTheInspector() {
        String unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        String id = people.awaitClue(unit, "open").path("id").asString();

        JsonNode drafted = draft(id, "第一稿");
        JsonNode returned = people.post(
                        People.HEAD,
                        "/clues/" + id + "/card/return",
                        Map.of("version", drafted.path("version").asLong(), "reason", "请写明排放口"))
                .ok();
        assertThat(returned.path("state").asString()).isEqualTo("returned");
        assertThat(returned.path("returnReason").asString()).isEqualTo("请写明排放口");
        JsonNode again = draft(id, "第二稿");
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/card/sign",
                        Map.of("version", again.path("version").asLong()))
                .ok();
        assertThat(probe.await(YellowCardShown.class, fact -> fact.clue().equals(id))
                        .reason())
                .isEqualTo("第二稿");

        JsonNode proposed = propose(id, "dismiss", "设备校准");
        JsonNode back = people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", proposed.path("version").asLong(), "agree", false, "reason", "请附校准记录"))
                .ok();
        assertThat(back.path("state").asString()).isEqualTo("open");
        assertThat(back.path("sentBack").path("reason").asString()).isEqualTo("请附校准记录");
        assertThat(propose(id, "file", "已补充").path("state").asString()).isEqualTo("proposed");
    }

    @Test
    void aDismissedClueDropsItsCardAndTheNextExceedanceOpensAnother() {
        String unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        String id = people.awaitClue(unit, "open").path("id").asString();
        JsonNode drafted = draft(id, "起草");

        JsonNode proposed = propose(id, "dismiss", "监测设备故障，数据无效。");
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", proposed.path("version").asLong(), "agree", true))
                .ok();
        assertThat(probe.await(ClueDismissed.class, fact -> fact.clue().equals(id))
                        .reason())
                .isEqualTo("监测设备故障，数据无效。");
        assertThat(people.clue(id).path("card").path("state").asString()).isEqualTo("lapsed");
        People.Answer sign = people.post(
                People.HEAD,
                "/clues/" + id + "/card/sign",
                Map.of("version", drafted.path("version").asLong()));
        assertThat(sign.status()).isEqualTo(409);
        assertThat(sign.code()).isEqualTo("card.not-drafted");

        probe.send(Samples.exceeded(unit));
        JsonNode next = people.awaitClue(unit, "open");
        assertThat(next.path("id").asString()).isNotEqualTo(id);
        assertThat(next.path("number").asString())
                .isGreaterThan(people.clue(id).path("number").asString());
        assertThat(people.clue(id).path("exceedances")).hasSize(1);
    }

    private List<String> told(String clue) {
        return probe.heard(EnforcementFact.class).stream()
                .filter(fact -> fact.clue().equals(clue))
                .map(EnforcementFact::type)
                .toList();
    }

    private JsonNode draft(String id, String reason) {
        return people.post(
                        People.INSPECTOR,
                        "/clues/" + id + "/card",
                        Map.of("reason", reason, "measure", "stop-production"))
                .ok();
    }

    private JsonNode propose(String id, String decision, String reason) {
        return people.post(
                        People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", decision, "reason", reason))
                .ok();
    }
}
