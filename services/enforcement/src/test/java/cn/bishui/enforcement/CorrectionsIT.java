package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What monitoring says otherwise of an exceedance is shown on its clue, which people decide. */
@BishuiIT
class CorrectionsIT {

    private final People people;
    private final FactProbe probe;

    CorrectionsIT(Environment environment, FactProbe probe) {
        this.people = new People(environment);
        this.probe = probe;
    }

    static DailyLimitCorrected corrected(DailyLimitExceeded told, int revision, boolean stands, String value) {
        BigDecimal limit = new BigDecimal("80");
        return new DailyLimitCorrected(
                told.exceedance(),
                revision,
                told.unit(),
                told.unitName(),
                told.outlet(),
                told.outletName(),
                told.pollutant(),
                told.pollutantName(),
                told.day(),
                stands,
                new BigDecimal(value),
                stands ? limit : null,
                null,
                limit,
                "mg/L",
                stands ? new BigDecimal("0.25") : null,
                "late-data",
                told.permit(),
                "1",
                told.device(),
                Instant.parse("2026-11-25T22:05:00Z"));
    }

    private JsonNode correction(String clue) {
        return people.clue(clue).path("exceedances").get(0).path("correction");
    }

    private JsonNode awaitCorrection(String clue, int revision) {
        await().untilAsserted(() ->
                assertThat(correction(clue).path("revision").asInt()).isEqualTo(revision));
        return correction(clue);
    }

    @Test
    void showsThatAnExceedanceNoLongerStandsAndClosesNothing() {
        DailyLimitExceeded told = Samples.exceeded(Samples.unit());
        probe.send(told);
        String clue = people.awaitClue(told.unit(), "open").path("id").asString();
        long seen = people.clue(clue).path("version").asLong();
        DailyLimitCorrected fallen = corrected(told, 1, false, "41.5");
        String event = probe.send(fallen);
        probe.send(fallen, event);

        assertThat(awaitCorrection(clue, 1).path("stands").asBoolean()).isFalse();
        assertThat(people.clue(clue).path("state").asString()).isEqualTo("open");
        assertThat(people.clue(clue).path("version").asLong()).isEqualTo(seen + 1);
        assertThat(people.get(People.INSPECTOR, "/enforcement/clues/" + clue).body())
                .contains("本线索所依据的超标不再成立", "不再超标", "数据补传", "监测更正超标结论", "超标不再成立")
                .doesNotContain("??");
        assertThat(people.get(People.INSPECTOR, "/enforcement/clues/" + clue + "?lang=en")
                        .body())
                .contains("no longer stands", "late data")
                .doesNotContain("??");
        assertThat(people.read(People.READER, "/clues/" + clue + "/history")
                        .path("items")
                        .findValuesAsString("action"))
                .filteredOn("clue.corrected"::equals)
                .hasSize(1);
        assertThat(people.post(
                                People.INSPECTOR,
                                "/clues/" + clue + "/proposal",
                                Map.of("decision", "dismiss", "reason", "更正后不超标", "version", seen))
                        .status())
                .isEqualTo(409);
        assertThat(people.post(
                                People.INSPECTOR,
                                "/clues/" + clue + "/proposal",
                                Map.of("decision", "dismiss", "reason", "更正后不超标", "version", seen + 1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void holdsWhatWasSaidLastWhateverTheOrder() {
        DailyLimitExceeded told = Samples.exceeded(Samples.unit());
        probe.send(corrected(told, 2, true, "100"));
        probe.send(told);
        String clue = people.awaitClue(told.unit(), "open").path("id").asString();
        probe.send(corrected(told, 1, false, "41.5"));
        probe.send(corrected(told, 3, true, "100"));

        JsonNode correction = awaitCorrection(clue, 3);
        assertThat(correction.path("stands").asBoolean()).isTrue();
        assertThat(people.get(People.INSPECTOR, "/enforcement/clues/" + clue).body())
                .contains("现为 100")
                .doesNotContain("不再成立", "??");
        assertThat(people.cluesOf(told.unit(), "")).hasSize(1);
    }
}
