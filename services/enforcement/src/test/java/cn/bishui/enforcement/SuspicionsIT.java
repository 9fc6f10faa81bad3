package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A sign of tampering is a clue with the same clock, and no yellow card comes of it. */
@BishuiIT
class SuspicionsIT {

    private final People people;
    private final FactProbe probe;
    private final SettableClock clock;
    private final AuditVerifier verifier;
    private final JdbcClient jdbc;

    SuspicionsIT(
            Environment environment, FactProbe probe, SettableClock clock, AuditVerifier verifier, JdbcClient jdbc) {
        this.people = new People(environment);
        this.probe = probe;
        this.clock = clock;
        this.verifier = verifier;
        this.jdbc = jdbc;
    }

    @Test
    void aSignOpensAClueThatFurtherSignsJoinAndNoCardIsProposed() {
        clock.setTo("2026-11-25T09:00");
        String unit = Samples.unit();
        DataSuspected constant = Samples.suspected(unit, "F01", "恒值");
        String event = probe.send(constant);
        probe.send(constant, event);
        String id = people.awaitClue(unit, "open").path("id").asString();
        ClueOpened opened = probe.await(ClueOpened.class, fact -> fact.unit().equals(unit));
        assertThat(opened.exceedance()).isNull();
        assertThat(opened.complaint()).isNull();
        assertThat(opened.outlet()).isEqualTo("DW001");
        SuspicionJoinedClue told =
                probe.await(SuspicionJoinedClue.class, fact -> fact.suspicion().equals(constant.suspicion()));
        assertThat(told.clue()).isEqualTo(id);
        assertThat(told.number()).isEqualTo(opened.number());

        DataSuspected changed = Samples.suspected(unit, "F16", "补传改值");
        probe.send(changed);
        probe.await(SuspicionJoinedClue.class, fact -> fact.suspicion().equals(changed.suspicion()));
        probe.send(changed);

        JsonNode clue = people.clue(id);
        assertThat(clue.path("due").asString()).isEqualTo("2026-12-16");
        assertThat(clue.path("suspicions")).hasSize(2);
        assertThat(clue.path("card").isNull()).isTrue();
        JsonNode first = clue.path("suspicions").get(0);
        assertThat(first.path("sign").asString()).isEqualTo("F01");
        assertThat(first.path("evidenceHash").asString()).isEqualTo(constant.evidenceHash());

        String at = "/enforcement/clues/" + id;
        assertThat(page(People.INSPECTOR, at))
                .contains("F01 恒值", "F16 补传改值", constant.finding(), "<wbr>9f86d081884c7d65".repeat(4), "查看证据（")
                .contains("href=\"/monitoring/signs/" + constant.suspicion() + "\"")
                .contains("一千一百零八条", "法释〔2023〕7号", "建立线索", "数据异常并入线索")
                .doesNotContain("id=\"card\"", at + "/card\"", "水污染防治法");
        assertThat(page(People.READER, at)).doesNotContain("/monitoring/signs/");
        assertThat(page(People.INSPECTOR, at + "/proposal")).contains(constant.finding());
        assertThat(page(People.INSPECTOR, "/enforcement/todo")).contains(" · 数据异常");
        assertThat(page(People.READER, "/enforcement/clues?q=" + unit)).contains("数据异常 2");
        assertThat(people.post(
                                People.INSPECTOR,
                                "/clues/" + id + "/card",
                                Map.of("reason", "造假", "measure", "stop-production"))
                        .code())
                .isEqualTo("card.no-exceedance");
        assertThat(told(id)).containsExactly("ClueOpened", "SuspicionJoinedClue", "SuspicionJoinedClue");
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void aSignJoinsTheClueOfAnExceedanceAndOneOfADecidedClueOpensAnother() {
        clock.setTo("2026-11-25T09:00");
        String unit = Samples.unit();
        DataSuspected constant = Samples.suspected(unit, "F01", "恒值");
        probe.send(constant);
        String id = people.awaitClue(unit, "open").path("id").asString();
        probe.send(Samples.exceeded(unit));
        probe.await(ExceedanceJoinedClue.class, fact -> fact.clue().equals(id));
        assertThat(people.clue(id).path("card").path("state").asString()).isEqualTo("proposed");

        people.post(People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "dismiss", "reason", "仪器故障，已更换"))
                .ok();
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", people.clue(id).path("version").asLong(), "agree", true))
                .ok();
        probe.await(ClueDismissed.class, fact -> fact.clue().equals(id));
        probe.send(constant);
        DataSuspected again = Samples.suspected(unit, "F08", "数据不一致");
        probe.send(again);
        assertThat(probe.await(
                                SuspicionJoinedClue.class,
                                fact -> fact.suspicion().equals(again.suspicion()))
                        .clue())
                .isNotEqualTo(id);
        assertThat(people.cluesOf(unit, "")).hasSize(2);
    }

    private List<String> told(String clue) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero());
        return probe.heard(EnforcementFact.class).stream()
                .filter(fact -> fact.clue().equals(clue))
                .map(EnforcementFact::type)
                .toList();
    }

    private String page(String token, String path) {
        People.Answer answer = people.get(token, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        assertThat(people.get(token, path, "Cookie", "lang=en").body())
                .contains("lang=\"en\"")
                .doesNotContain("??");
        return answer.body();
    }
}
