package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ComplaintJoinedClue;
import cn.bishui.contracts.enforcement.EnforcementFact;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.clue.TakeUpEvidence;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is found on site after a complaint is a clue, with the same clock and without a yellow card. */
@BishuiIT
class ReportedActsIT {

    private final People people;
    private final FactProbe probe;
    private final SettableClock clock;
    private final AuditVerifier verifier;
    private final TakeUpEvidence takeUpEvidence;
    private final JdbcClient jdbc;

    ReportedActsIT(
            Environment environment,
            FactProbe probe,
            SettableClock clock,
            AuditVerifier verifier,
            TakeUpEvidence takeUpEvidence,
            JdbcClient jdbc) {
        this.people = new People(environment);
        this.probe = probe;
        this.clock = clock;
        this.verifier = verifier;
        this.takeUpEvidence = takeUpEvidence;
        this.jdbc = jdbc;
    }

    @Test
    void anActOfAUnitAsAWholeOpensAClueThatIsWalkedToACase() {
        clock.setTo("2026-11-25T09:00");
        String unit = Samples.unit();
        ComplaintActFound found = Samples.found(unit, null);
        probe.send(found);

        String id = people.awaitClue(unit, "open").path("id").asString();
        ClueOpened opened = probe.await(ClueOpened.class, fact -> fact.unit().equals(unit));
        assertThat(opened.clue()).isEqualTo(id);
        assertThat(opened.complaint()).isEqualTo(found.complaint());
        assertThat(opened.exceedance()).isNull();
        assertThat(opened.outlet()).isNull();
        assertThat(opened.due()).isEqualTo(LocalDate.of(2026, 12, 16));

        JsonNode clue = people.clue(id);
        assertThat(clue.path("outlet").isNull()).isTrue();
        assertThat(clue.path("due").asString()).isEqualTo("2026-12-16");
        assertThat(clue.path("exceedances")).isEmpty();
        assertThat(clue.path("card").isNull()).isTrue();
        JsonNode act = clue.path("acts").get(0);
        assertThat(act.path("complaint").asString()).isEqualTo(found.complaint());
        assertThat(act.path("number").asString()).isEqualTo(found.number());
        assertThat(act.path("act").asString()).isEqualTo(found.act());
        assertThat(act.path("foundOn").asString()).isEqualTo("2026-11-24");

        String at = "/enforcement/clues/" + id;
        assertThat(page(People.INSPECTOR, at))
                .contains(found.act(), found.number(), "举报查实", "单位整体", "2026-11-24 周二", "建立线索")
                .contains("btn btn-primary\" href=\"" + at + "/proposal\"")
                .doesNotContain("超标证据", "排污许可证</dt>", "id=\"card\"", at + "/card\"", "null");
        assertThat(page(People.INSPECTOR, at + "/proposal"))
                .contains(found.act())
                .doesNotContain("一千一百零三条");
        assertThat(page(People.INSPECTOR, "/enforcement/todo"))
                .contains("href=\"" + at + "/proposal\"", "北岸纸板（示例）有限公司 · XS-2026-", " · 举报查实")
                .doesNotContain("href=\"" + at + "/card\"");
        assertThat(page(People.READER, "/enforcement/clues?q=" + unit)).contains("单位整体", "举报 1");
        assertThat(people.get(People.READER, "/enforcement/clues.csv?q=" + unit).body())
                .contains("举报查实", unit)
                .doesNotContain("null");

        People.Answer card = people.post(
                People.INSPECTOR, "/clues/" + id + "/card", Map.of("reason", "偷排", "measure", "stop-production"));
        assertThat(card.status()).isEqualTo(409);
        assertThat(card.code()).isEqualTo("card.no-exceedance");

        JsonNode proposed = people.post(
                        People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "file", "reason", "私设暗管"))
                .ok();
        assertThat(page(People.HEAD, at + "/proposal/decide")).contains(found.act());
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", proposed.path("version").asLong(), "agree", true))
                .ok();
        probe.await(CaseFiled.class, fact -> fact.clue().equals(id));
        assertThat(told(id)).containsExactly("ClueOpened", "CaseFiled");
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void anActJoinsTheUndecidedClueOfItsOutletAndOpensAnotherForTheUnitAsAWhole() {
        clock.setTo("2026-11-25T09:00");
        String unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        String ofOutlet = people.awaitClue(unit, "open").path("id").asString();
        long seen = people.clue(ofOutlet).path("version").asLong();

        clock.setTo("2026-11-30T09:00");
        ComplaintActFound there = Samples.found(unit, "DW001");
        probe.send(there);
        ComplaintJoinedClue joined =
                probe.await(ComplaintJoinedClue.class, fact -> fact.clue().equals(ofOutlet));
        assertThat(joined.complaint()).isEqualTo(there.complaint());
        JsonNode clue = people.clue(ofOutlet);
        assertThat(clue.path("acts")).hasSize(1);
        assertThat(clue.path("exceedances")).hasSize(1);
        assertThat(clue.path("outletName").asString()).isEqualTo("废水总排放口");
        assertThat(clue.path("due").asString()).isEqualTo("2026-12-16");
        assertThat(clue.path("version").asLong()).isEqualTo(seen + 1);
        assertThat(page(People.READER, "/enforcement/clues/" + ofOutlet))
                .contains("超标证据", "举报查实的行为并入线索", there.number(), there.act());

        ComplaintActFound first = Samples.found(unit, null);
        ComplaintActFound second = Samples.found(unit, null);
        probe.send(first);
        ClueOpened ofUnit =
                probe.await(ClueOpened.class, fact -> first.complaint().equals(fact.complaint()));
        probe.send(second);
        assertThat(probe.await(
                                ComplaintJoinedClue.class,
                                fact -> fact.complaint().equals(second.complaint()))
                        .clue())
                .isEqualTo(ofUnit.clue())
                .isNotEqualTo(ofOutlet);
        assertThat(people.cluesOf(unit, "")).hasSize(2);
    }

    @Test
    void aYellowCardIsProposedAsSoonAsThereIsAnExceedance() {
        String unit = Samples.unit();
        ComplaintActFound found = Samples.found(unit, "DW001");
        probe.send(found);
        String id = people.awaitClue(unit, "open").path("id").asString();
        assertThat(people.clue(id).path("outletName").isNull()).isTrue();
        assertThat(page(People.READER, "/enforcement/clues/" + id))
                .contains("DW001")
                .doesNotContain("null");

        DailyLimitExceeded exceeded = Samples.exceeded(unit);
        probe.send(exceeded);
        probe.await(ExceedanceJoinedClue.class, fact -> fact.clue().equals(id));
        JsonNode clue = people.clue(id);
        assertThat(clue.path("outletName").asString()).isEqualTo("废水总排放口");
        assertThat(clue.path("card").path("state").asString()).isEqualTo("proposed");
        assertThat(clue.path("suggestedReason").asString())
                .contains("废水总排放口（DW001）经自动监测")
                .doesNotContain(found.act());
        probe.send(Samples.exceeded(unit));
        await().untilAsserted(
                        () -> assertThat(people.clue(id).path("exceedances")).hasSize(2));
        assertThat(people.read(People.READER, "/clues/" + id + "/history").toString())
                .containsOnlyOnce("card.proposed");

        JsonNode drafted = people.post(
                        People.INSPECTOR,
                        "/clues/" + id + "/card",
                        Map.of("reason", "超标", "measure", "limit-production"))
                .ok();
        assertThat(drafted.path("exceedances")).hasSize(2);
    }

    @Test
    void anActThatIsToldAnewChangesNothingEvenAfterItsClueIsDecided() {
        String unit = Samples.unit();
        ComplaintActFound found = Samples.found(unit, null);
        String event = probe.send(found);
        probe.send(found, event);
        probe.send(found);
        passBy(found);
        String id = people.awaitClue(unit, "open").path("id").asString();
        assertThat(people.clue(id).path("acts")).hasSize(1);
        assertThat(told(id)).containsExactly("ClueOpened");

        people.post(People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "dismiss", "reason", "已整改"))
                .ok();
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", people.clue(id).path("version").asLong(), "agree", true))
                .ok();
        probe.send(found);
        passBy(found);
        assertThat(people.cluesOf(unit, "")).hasSize(1);
        assertThat(told(id)).containsExactly("ClueOpened", "ClueDismissed");
    }

    @Test
    void oneComplaintIsEvidenceAgainstEachUnitThatIsFound() {
        String upstream = Samples.unit();
        String downstream = Samples.unit();
        ComplaintActFound found = Samples.found(upstream, null);
        probe.send(found);
        probe.send(new ComplaintActFound(
                found.complaint(),
                found.number(),
                downstream,
                found.unitName(),
                null,
                found.act(),
                found.foundOn(),
                found.foundAt()));

        assertThat(people.awaitClue(upstream, "open").path("id").asString())
                .isNotEqualTo(people.awaitClue(downstream, "open").path("id").asString());
    }

    @Test
    void writersThatCompeteForAUnitAsAWholeOpenOneClue() throws Exception {
        String unit = Samples.unit();
        Suspect suspect = new Suspect(unit, "北岸纸板（示例）有限公司", null, null);
        int writers = 8;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                running.add(pool.submit(() -> {
                    start.await();
                    takeUpEvidence.takeUp(suspect, Samples.act());
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> writer : running) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(jdbc.sql("select acts from clue where unit = :unit")
                        .param("unit", unit)
                        .query(Integer.class)
                        .list())
                .containsExactly(writers);
    }

    /** Waits until the service has heard all that was told under the key of a complaint. */
    private void passBy(ComplaintActFound found) {
        String other = Samples.unit();
        probe.send(new ComplaintActFound(
                found.complaint(),
                found.number(),
                other,
                found.unitName(),
                null,
                found.act(),
                found.foundOn(),
                found.foundAt()));
        people.awaitClue(other, "open");
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
