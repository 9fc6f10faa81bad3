package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.complaints.ComplaintAccepted;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import cn.bishui.contracts.complaints.ComplaintAssigned;
import cn.bishui.contracts.complaints.ComplaintCorrected;
import cn.bishui.contracts.complaints.ComplaintRated;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.contracts.complaints.ComplaintRefused;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Complaints become numbers that point at nobody. */
@BishuiIT
class StatisticsIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String OPEN = "/open/v1/complaints/statistics";
    private static final String SEPTEMBER = "?from=2026-09-10&to=2026-09-20";

    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Site site;

    StatisticsIT(FactProbe probe, JdbcClient jdbc, SettableClock clock, Environment environment) {
        this.probe = probe;
        this.jdbc = jdbc;
        this.clock = clock;
        this.site = new Site(environment);
    }

    @BeforeEach
    void aDayInNovember() {
        clock.setTo("2026-11-24T09:00");
        jdbc.sql("truncate complaint").update();
        // pages are made anew with an edition
        jdbc.sql("update edition set number = number + 1").update();
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(9, 0).atZone(ZONE).toInstant();
    }

    private String receive(String type, String street, String day) {
        String id = UUID.randomUUID().toString();
        probe.send(new ComplaintReceived(id, "JB-2026-" + id.substring(0, 7), "web", type, null, street, at(day)));
        return id;
    }

    private void refuse(String id, String outcome, String day) {
        probe.send(new ComplaintRefused(id, "JB", outcome, null, at(day)));
    }

    private void accept(String id, String bureau, String day) {
        LocalDate due = LocalDate.of(2026, 12, 1);
        probe.send(new ComplaintAccepted(id, "JB", false, due, false, at(day)));
        probe.send(new ComplaintAssigned(id, "JB", bureau, List.of(), due, false, at(day)));
    }

    private void answer(String id, String bureau, String outcome, boolean inTime, String day) {
        probe.send(new ComplaintAnswered(id, "JB", bureau, outcome, LocalDate.of(2026, 12, 1), inTime, at(day)));
    }

    private void awaitRows(String condition, int rows) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from complaint where " + condition)
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows));
    }

    /** Twelve about water that are answered, six about air that are refused, one about noise. */
    private void september() {
        for (int i = 0; i < 12; i++) {
            String id = receive("water", "站前街道", "2026-09-01");
            accept(id, "ENV", "2026-09-02");
            answer(id, "ENV", i < 4 ? "true" : (i < 8 ? "partly-true" : "untrue"), i < 9, "2026-09-30");
            if (i < 4) {
                probe.send(new ComplaintRated(id, "JB", "ENV", 2 + i, at("2026-09-30")));
            }
        }
        for (int i = 0; i < 6; i++) {
            refuse(
                    receive("air", "延江街道", "2026-09-03"),
                    i < 3 ? "not-accept-repeat" : "not-accept-legal-route",
                    "2026-09-04");
        }
        receive("noise", "延江街道", "2026-09-05");
        awaitRows("received_on is not null", 19);
        awaitRows("answered_on is not null", 12);
        awaitRows("refused_on is not null", 6);
        awaitRows("rated_on is not null", 4);
    }

    private static JsonNode line(JsonNode lines, String key) {
        for (JsonNode line : lines) {
            if (line.get("key").asString().equals(key)) {
                return line;
            }
        }
        throw new AssertionError(key + " in " + lines);
    }

    private static void assertTold(JsonNode count, int expected) {
        assertThat(count.get("count").asInt()).isEqualTo(expected);
        assertThat(count.get("atLeast").asInt()).isEqualTo(expected);
        assertThat(count.get("suppressed").asBoolean()).isFalse();
    }

    private static void assertHidden(JsonNode count, int atLeast) {
        assertThat(count.get("count").isNull()).isTrue();
        assertThat(count.get("atLeast").asInt()).isEqualTo(atLeast);
        assertThat(count.get("suppressed").asBoolean()).isTrue();
    }

    @Test
    void tellsWhatBecameOfTheComplaintsOfAMonth() {
        september();

        JsonNode answer = site.json(OPEN + SEPTEMBER);
        assertThat(answer.get("from").asString()).isEqualTo("2026-09");
        assertThat(answer.get("to").asString()).isEqualTo("2026-09");
        assertThat(answer.get("publishedThrough").asString()).isEqualTo("2026-10");
        JsonNode total = answer.get("total");
        assertTold(total.get("received"), 19);
        assertTold(total.get("accepted"), 12);
        assertTold(total.get("refused"), 6);
        assertTold(total.get("repeats"), 3);
        assertTold(total.get("answered"), 12);
        assertThat(total.get("onTime").get("value").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(total.get("onTime").get("of").asInt()).isEqualTo(12);
        assertThat(total.get("confirmed").get("value").decimalValue()).isEqualByComparingTo("0.67");
        assertThat(total.get("satisfaction").get("value").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(total.get("satisfaction").get("of").asInt()).isEqualTo(4);

        assertTold(line(answer.get("months"), "2026-09").get("received"), 19);
        assertTold(line(answer.get("types"), "water").get("received"), 12);
        assertHidden(line(answer.get("types"), "air").get("received"), 0);
        assertHidden(line(answer.get("types"), "noise").get("received"), 0);
        assertTold(line(answer.get("types"), "air").get("refused"), 6);
        assertTold(line(answer.get("types"), "air").get("repeats"), 3);
        assertTold(line(answer.get("streets"), "站前街道").get("received"), 12);
        assertTold(line(answer.get("streets"), "延江街道").get("received"), 7);
        JsonNode env = line(answer.get("bureaus"), "ENV");
        assertThat(env.get("name").asString()).isEqualTo("区环保局");
        assertThat(env.get("received").isNull()).isTrue();
        assertTold(env.get("assigned"), 12);
        assertTold(env.get("answered"), 12);
        assertThat(env.get("satisfaction").get("value").decimalValue()).isEqualByComparingTo("3.5");
        assertTold(line(answer.get("bureaus"), "WATER").get("answered"), 0);
    }

    @Test
    void tellsTheSameAsCsvAndAsAPage() {
        september();

        assertThat(site.get(OPEN + ".csv" + SEPTEMBER).body())
                .startsWith("\ufefffrom,to,table,key,name,figure,value,atLeast,of,suppressed\r\n")
                .contains(
                        "2026-09,2026-09,total,,,received,19,19,,false",
                        "2026-09,2026-09,types,water,,received,12,12,,false",
                        "2026-09,2026-09,types,noise,,received,,0,,true",
                        "2026-09,2026-09,bureaus,ENV,区环保局,onTime,0.75,,12,false")
                .doesNotContain("bureaus,ENV,区环保局,received");
        String page = site.page("/statistics/complaints" + SEPTEMBER);
        assertThat(page)
                .contains(
                        "12369 举报统计",
                        "<b>19</b>",
                        "75\u00a0%",
                        "3.5",
                        "站前街道",
                        "区环保局",
                        "现已公布到 2026-10",
                        "value=\"2026-09\"")
                .contains(OPEN + "?from=2026-09&amp;to=2026-09", OPEN + ".csv?from=2026-09&amp;to=2026-09")
                .doesNotContain("??", "null", "JB-");
        assertThat(site.get("/statistics/complaints" + SEPTEMBER, "Accept", "text/html", "Cookie", "lang=en")
                        .body())
                .contains("lang=\"en\"", "Complaints (12369) in numbers", "Environmental Protection Bureau", "Water")
                .doesNotContain("??", "null");
        assertThat(site.page("/statistics/complaints?from=2026-13&to=x"))
                .contains("请改正以下内容", "月份格式应为 2026-11")
                .doesNotContain("??");
        assertThat(site.get("/statistics/complaints?from=2026-09&to=2026-08", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysNoMoreOfAPeriodThanItsMonthsSay() {
        september();
        for (int i = 0; i < 7; i++) {
            receive("noise", "延江街道", "2026-08-31");
            receive("water", "站前街道", "2026-08-31");
        }
        awaitRows("received_on is not null", 33);

        JsonNode both = site.json(OPEN + "?from=2026-08&to=2026-09");
        assertTold(both.get("total").get("received"), 33);
        assertTold(line(both.get("types"), "water").get("received"), 19);
        assertHidden(line(both.get("types"), "noise").get("received"), 7);
        assertThat(both.get("months")).hasSize(2);
    }

    @Test
    void tellsNothingOfAMonthThatIsNotOverButThatThereAreSome() {
        for (int i = 0; i < 7; i++) {
            receive("water", "站前街道", "2026-11-23");
        }
        awaitRows("received_on is not null", 7);

        JsonNode answer = site.json(OPEN + "?from=2026-11&to=2026-11");
        assertThat(answer.get("months")).isEmpty();
        assertHidden(answer.get("total").get("received"), 0);
        assertThat(answer.get("since").asString()).isEqualTo("2026-11-01");
        assertThat(answer.get("receivedSinceAtLeast").asInt()).isEqualTo(6);
        assertThat(site.page("/statistics/complaints"))
                .contains("2026-11-01 以来至少收到 6 件", "还没有可以公布的数字")
                .doesNotContain("??", "null");
        // the seventh is not seen, for the next could be told from it
        receive("water", "站前街道", "2026-11-24");
        awaitRows("received_on is not null", 8);
        assertThat(site.json(OPEN).get("receivedSinceAtLeast").asInt()).isEqualTo(6);
        receive("water", "站前街道", "2026-11-24");
        awaitRows("received_on is not null", 9);
        assertThat(site.json(OPEN).get("receivedSinceAtLeast").asInt()).isEqualTo(9);

        clock.setTo("2026-12-02T09:00");
        assertThat(site.json(OPEN).get("publishedThrough").asString()).isEqualTo("2026-10");
        clock.setTo("2026-12-03T09:00");
        JsonNode told = site.json(OPEN + "?from=2026-11&to=2026-11");
        assertThat(told.get("publishedThrough").asString()).isEqualTo("2026-11");
        assertTold(told.get("total").get("received"), 9);
        assertThat(told.get("receivedSinceAtLeast").asInt()).isZero();
    }

    @Test
    void countsEachStepOnceInItsFirstMonth() {
        String id = receive("water", "站前街道", "2026-09-01");
        accept(id, "ENV", "2026-09-02");
        accept(id, "WATER", "2026-09-10");
        answer(id, "WATER", "untrue", true, "2026-09-20");
        answer(id, "WATER", "true", false, "2026-10-20");
        probe.send(new ComplaintRated(id, "JB", "WATER", 1, at("2026-09-21")));
        probe.send(new ComplaintRated(id, "JB", "WATER", 5, at("2026-10-21")));
        probe.send(new ComplaintActFound(
                id, "JB", "91220202MADEMT001X", "某厂", null, "私设暗管", LocalDate.of(2026, 10, 1), at("2026-10-21")));
        // told after it under the same key: all before is heard
        probe.send(new ComplaintCorrected(id, "JB", "water", null, null, at("2026-10-22")));
        refuse(id, "not-accept-repeat", "2026-10-23");
        awaitRows("refused_on is not null", 1);

        assertThat(jdbc.sql("select * from complaint").query().singleRow())
                .containsEntry("assigned_to", "ENV")
                .containsEntry("answered_on", java.sql.Date.valueOf("2026-09-20"))
                .containsEntry("in_time", true)
                .containsEntry("confirmed", false)
                .containsEntry("satisfaction", 1)
                .containsEntry("repeat", true)
                // what was told of September stays
                .containsEntry("street", "站前街道")
                .doesNotContainKeys("number", "unit");
    }

    @Test
    void takesACorrectionWhileItsMonthIsNotTold() {
        String id = receive("air", "", "2026-11-02");
        probe.send(new ComplaintCorrected(id, "JB", "water", "black-odorous", "延江街道", at("2026-11-03")));
        awaitRows("type = 'water' and subtype = 'black-odorous' and street = '延江街道'", 1);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        for (String[] wrong : new String[][] {
            {"?from=yesterday", "from"},
            {"?to=2026-13", "to"},
            {"?from=2026-09&to=2026-08", "to"},
            {"?from=1990-01", "to"}
        }) {
            for (String path : new String[] {OPEN, OPEN + ".csv"}) {
                var answer = site.get(path + wrong[0]);
                assertThat(answer.statusCode()).as(path + wrong[0]).isEqualTo(400);
                assertThat(answer.body())
                        .contains("\"field\":\"" + wrong[1] + "\"")
                        .doesNotContain("rule.period");
            }
        }
        assertThat(site.get(OPEN + "?from=&to=").statusCode()).isEqualTo(200);
    }

    @Test
    void isMadeAgainInTheMomentItsFiguresChange() {
        september();
        assertThat(site.page("/statistics/complaints" + SEPTEMBER)).contains("<b>19</b>");
        String etag = site.get(OPEN + SEPTEMBER).headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(OPEN + SEPTEMBER, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        for (int i = 0; i < 3; i++) {
            receive("water", "站前街道", "2026-09-30");
        }
        await().untilAsserted(() ->
                assertThat(site.page("/statistics/complaints" + SEPTEMBER)).contains("<b>22</b>"));
    }
}
