package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.enforcement.clue.RecountClocks;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The time in which to decide on a clue. */
@BishuiIT
class ClockIT {

    private final People people;
    private final FactProbe probe;
    private final SettableClock clock;
    private final RecountClocks recountClocks;
    private final JdbcClient jdbc;

    ClockIT(
            Environment environment,
            FactProbe probe,
            SettableClock clock,
            RecountClocks recountClocks,
            JdbcClient jdbc) {
        this.people = new People(environment);
        this.probe = probe;
        this.clock = clock;
        this.recountClocks = recountClocks;
        this.jdbc = jdbc;
    }

    private JsonNode clueFoundAt(String time) {
        clock.setTo(time);
        String unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        return people.clue(people.awaitClue(unit, "open").path("id").asString());
    }

    @ParameterizedTest
    @CsvSource({
        // spring festival of 2026: off 15 to 23 February, worked on 14 and 28
        "2026-02-10T09:00, 2026-03-09, false, XS-2026-",
        // national day: off 1 to 7 October, worked on 20 September and 10 October
        "2026-09-28T09:00, 2026-10-23, false, XS-2026-",
        // 07:30 in the district is still the evening before in UTC
        "2026-11-25T07:30, 2026-12-16, false, XS-2026-",
        // runs into a year whose working days are not published
        "2026-12-20T09:00, 2027-01-08, true, XS-2026-",
        // seven working days until the law of 2023-07-01
        "2023-06-30T09:00, 2023-07-11, false, XS-2023-",
        "2023-07-03T09:00, 2023-07-24, false, XS-2023-",
    })
    void runsOverHolidaysByTheLawOfTheDay(String found, String due, boolean provisional, String number) {
        JsonNode clue = clueFoundAt(found);

        assertThat(clue.path("due").asString()).isEqualTo(due);
        assertThat(clue.path("dueProvisional").asBoolean()).isEqualTo(provisional);
        assertThat(clue.path("number").asString()).startsWith(number);
    }

    @Test
    void aProvisionalDateIsMarkedAndCountedAgain() {
        JsonNode clue = clueFoundAt("2026-12-21T09:00");
        String id = clue.path("id").asString();
        assertThat(people.get(People.READER, "/enforcement/clues/" + id).body()).contains("次年工作日安排尚未公布", "暂定");
        // as an earlier version of the calendar might have had it
        jdbc.sql("update clue set due = '2027-02-01' where id = :id")
                .param("id", UUID.fromString(id))
                .update();

        recountClocks.recount();

        JsonNode counted = people.clue(id);
        assertThat(counted.path("due").asString()).isEqualTo(clue.path("due").asString());
        assertThat(counted.path("version").asLong())
                .isEqualTo(clue.path("version").asLong() + 1);
        assertThat(people.read(People.READER, "/clues/" + id + "/history").toString())
                .contains("clue.recounted", "2027-02-01");
        recountClocks.recount();
        assertThat(people.clue(id).path("version").asLong())
                .isEqualTo(counted.path("version").asLong());
    }

    @Test
    void anOverdueClueIsEscalatedToTheHead() {
        JsonNode clue = clueFoundAt("2026-11-02T09:00");
        String id = clue.path("id").asString();
        String link = "/enforcement/clues/" + id;
        assertThat(clue.path("due").asString()).isEqualTo("2026-11-23");

        clock.setTo("2026-11-23T23:59");
        assertThat(people.clue(id).path("overdue").asBoolean()).isFalse();
        assertThat(todoOf(People.HEAD)).doesNotContain("href=\"" + link + "\"");

        clock.setTo("2026-11-24T00:00");
        assertThat(people.clue(id).path("overdue").asBoolean()).isTrue();
        assertThat(todoOf(People.HEAD)).contains("href=\"" + link + "\"", "督办：线索逾期未提出立案意见", "data-group=\"overdue\"");
        assertThat(people.get(People.READER, link).body()).contains("chip-overdue", "立案期限已过");
        assertThat(people.read(
                                People.READER,
                                "/clues?state=overdue&q=" + clue.path("unit").asString())
                        .path("total")
                        .asInt())
                .isEqualTo(1);

        people.post(People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "file", "reason", "超标"))
                .ok();
        assertThat(todoOf(People.HEAD))
                .contains("href=\"" + link + "/proposal/decide\"")
                .doesNotContain("href=\"" + link + "\"");
        people.post(
                        People.HEAD,
                        "/clues/" + id + "/proposal/decide",
                        Map.of("version", people.clue(id).path("version").asLong(), "agree", true))
                .ok();
        assertThat(people.clue(id).path("overdue").asBoolean()).isFalse();
    }

    private String todoOf(String token) {
        return people.get(token, "/enforcement/todo", "HX-Request", "true").body();
    }
}
