package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is told on the topics is on the pages. */
@BishuiIT
class HearingIT {

    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final Site site;
    private final Facts facts = new Facts();

    HearingIT(FactProbe probe, JdbcClient jdbc, Environment environment) {
        this.probe = probe;
        this.jdbc = jdbc;
        this.site = new Site(environment);
    }

    @Test
    void showsAnExceedanceAtOnce() {
        probe.send(facts.exceedance(1));

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(site.page("/"))
                        .contains(facts.unitName, "化学需氧量", "115.0", "限值 50", "超标1.30倍", "发现超标"));
        JsonNode item = site.json("/open/v1/exceedances?unit=" + facts.unit)
                .get("items")
                .get(0);
        assertThat(item.get("unit").asString()).isEqualTo(facts.unitName);
        assertThat(item.get("unitCode").asString()).isEqualTo(facts.unit);
        assertThat(item.get("outlet").asString()).isEqualTo("DW001");
        assertThat(item.get("pollutant").asString()).isEqualTo("w01018");
        assertThat(item.get("pollutantName").asString()).isEqualTo("化学需氧量");
        assertThat(item.get("day").asString()).isEqualTo("2026-11-22");
        assertThat(item.get("value").asDouble()).isEqualTo(115.0);
        assertThat(item.get("limit").asDouble()).isEqualTo(50);
        assertThat(item.get("unitOfMeasure").asString()).isEqualTo("mg/L");
        assertThat(item.get("multiple").asDouble()).isEqualTo(1.3);
        assertThat(item.get("caseStatus").asString()).isEqualTo("found");
    }

    /** The measure is 0.3 s on a quiet machine; a busy one gets some slack. */
    @Test
    void needsNoSecondFromEventToOpenData() {
        int rounds = 10;
        long began = System.nanoTime();
        for (int round = 1; round <= rounds; round++) {
            int expected = round;
            probe.send(facts.exceedance(round));
            await().atMost(Duration.ofSeconds(5))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> site.json("/open/v1/exceedances?unit=" + facts.unit)
                                    .get("items")
                                    .size()
                            == expected);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began).dividedBy(rounds))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void followsACaseFromClueToCardToFiling() {
        probe.send(facts.exceedance(1));
        probe.send(facts.clueOpened(1));
        awaitStatuses("clue");
        probe.send(facts.exceedance(2));
        probe.send(facts.joined(2));
        awaitStatuses("clue clue");
        probe.send(facts.card(1, 2));
        awaitStatuses("yellow-card yellow-card");
        assertThat(site.page("/cards")).contains(facts.cardNumber(), facts.unitName, "限制生产", "超标1.30倍");
        assertThat(site.page("/")).contains(facts.cardNumber());
        JsonNode card =
                site.json("/open/v1/cards?unit=" + facts.unit).get("items").get(0);
        assertThat(card.get("number").asString()).isEqualTo(facts.cardNumber());
        assertThat(card.get("colour").asString()).isEqualTo("yellow");
        assertThat(card.get("unit").asString()).isEqualTo(facts.unitName);
        assertThat(card.get("unitCode").asString()).isEqualTo(facts.unit);
        assertThat(card.get("shownOn").asString()).isEqualTo("2026-11-24");
        assertThat(card.get("reason").asString()).contains("1.3倍");
        probe.send(facts.filed());
        awaitStatuses("case-filed case-filed");
        assertThat(site.page("/units/" + facts.unit)).contains("LA-" + facts.unit, facts.cardNumber(), "已立案");
    }

    @Test
    void showsWhyNoCaseWasFiled() {
        probe.send(facts.exceedance(1));
        probe.send(facts.clueOpened(1));
        probe.send(facts.dismissed());

        awaitStatuses("dismissed");
        assertThat(site.page("/exceedances?unit=" + facts.unit)).contains("不予立案", "违法行为轻微并及时改正");
    }

    @Test
    void correctsAnExceedanceAndWithdrawsOneThatNoLongerStands() {
        probe.send(facts.exceedance(1));
        probe.send(facts.corrected(1, 1, true, "94.25"));
        await().untilAsserted(() -> assertThat(site.page("/exceedances?unit=" + facts.unit))
                .contains("94.25", "超标0.88倍", "更正（重传数据有变）")
                .doesNotContain("115.0", "??"));
        probe.send(facts.corrected(1, 2, false, "41.5"));
        awaitStatuses("withdrawn");
        assertThat(site.page("/exceedances?unit=" + facts.unit))
                .contains("已撤销", "不再超标")
                .doesNotContain("??");
        assertThat(site.page("/exceedances?lang=en&unit=" + facts.unit))
                .contains("Withdrawn")
                .doesNotContain("??");
        assertThat(jdbc.sql("select count(*) from standing_exceedance where unit_code = :unit")
                        .param("unit", facts.unit)
                        .query(Long.class)
                        .single())
                .isZero();
        probe.send(facts.corrected(1, 3, true, "94.25"));
        awaitStatuses("found");
    }

    @Test
    void showsThePermitThatIsInForce() {
        probe.send(facts.permit(2, "in-force"));
        await().untilAsserted(() -> assertThat(site.page("/units/" + facts.unit))
                .contains(facts.unitName, facts.unit + "001P", "重点管理", "DW001", "松花江", "≤ 50 mg/L", "6–9", "有效"));
        probe.send(facts.permit(1, "suspended"));
        probe.send(facts.permit(3, "revoked"));
        await().untilAsserted(
                        () -> assertThat(site.page("/units/" + facts.unit)).contains("吊销"));
        assertThat(jdbc.sql("select count(*) from outlet where permit = :permit")
                        .param("permit", facts.unit + "001P")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void publishesAnchors() {
        probe.send(facts.anchor(41));

        await().untilAsserted(() ->
                assertThat(site.page("/anchors")).contains(facts.anchor(41).hash(), "执法"));
        assertThat(site.get("/open/v1/anchors").body())
                .contains(facts.anchor(41).hash(), "\"entries\":41");
    }

    @Test
    void actsOnceOnAnEventThatComesTwice() {
        String event = UUID.randomUUID().toString();
        probe.send(facts.exceedance(1), event);
        probe.send(facts.exceedance(1), event);
        probe.send(facts.exceedance(2));

        await().untilAsserted(() -> assertThat(site.statuses(facts.unit)).isEqualTo("found found"));
        assertThat(jdbc.sql("select count(*) from publication where unit = :unit")
                        .param("unit", facts.unit)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void correctsADayThatIsJudgedAgain() {
        probe.send(facts.exceedance(1));
        probe.send(facts.exceedance(1, Facts.DAY, "98.5", Facts.JUDGED.plusSeconds(60)));

        await().untilAsserted(() -> assertThat(site.json("/open/v1/exceedances?unit=" + facts.unit)
                        .get("items")
                        .get(0)
                        .get("value")
                        .asDouble())
                .isEqualTo(98.5));
        assertThat(site.statuses(facts.unit)).isEqualTo("found");
    }

    @Test
    void writesARangeWithoutAMultiple() {
        probe.send(facts.acidity(1));

        await().untilAsserted(() -> assertThat(site.page("/exceedances?unit=" + facts.unit))
                .contains("9.47", "限值 6–9", "pH值")
                .doesNotContain("9.47\u00a01", "超标null"));
        assertThat(site.json("/open/v1/exceedances?unit=" + facts.unit)
                        .get("items")
                        .get(0)
                        .get("multiple")
                        .isNull())
                .isTrue();
    }

    @Test
    void isNotHeldUpByWhatCannotBeRead() {
        probe.send(
                MonitoringFact.TOPIC,
                facts.unit + "/DW001",
                "{\"exceedance\":".getBytes(StandardCharsets.UTF_8),
                Map.of(EventHeaders.ID, UUID.randomUUID().toString(), EventHeaders.TYPE, "DailyLimitExceeded"));
        probe.send(facts.exceedance(1));

        await().untilAsserted(() -> assertThat(site.statuses(facts.unit)).isEqualTo("found"));
    }

    private void awaitStatuses(String statuses) {
        await().untilAsserted(() -> assertThat(site.statuses(facts.unit)).isEqualTo(statuses));
    }
}
