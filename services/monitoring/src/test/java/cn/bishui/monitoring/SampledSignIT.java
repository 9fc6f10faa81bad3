package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.hj212.Timestamps;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** F19: samples that the authority takes against what the device says, from the report that is entered to the sign's page. */
@MonitoringIT
class SampledSignIT {

    private static final String ANALYST =
            Tokens.as("env-lab-analyst", Bureau.ENV, "monitoring.analyst", "monitoring.reader");
    private static final String REVIEWER =
            Tokens.as("env-lab-checker", Bureau.ENV, "monitoring.reviewer", "monitoring.reader");
    private static final String ANOTHER_REVIEWER =
            Tokens.as("env-lab-signer", Bureau.ENV, "monitoring.reviewer", "monitoring.reader");
    private static final String INSPECTOR = Tokens.as("env-inspector", Bureau.ENV, "enforcement.inspector");

    private static final int HOURS = 12;

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final LocalDateTime last;

    SampledSignIT(Stage stage, IntakePort port, FactProbe probe, JdbcClient jdbc, Clock clock) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.last = LocalDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).minusHours(1);
    }

    /** A device that says some 20 mg/L for hours, the fourth of them during maintenance. */
    private Site measured() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        jdbc.sql("update device set state_since = :since where mn = :mn")
                .param("since", Timestamp.from(Instant.now().minus(20, ChronoUnit.DAYS)))
                .param("mn", site.mn())
                .update();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            for (int back = HOURS - 1; back >= 0; back--) {
                device.send(Frames.of(Frames.segment(
                        "20260302%09d".formatted(880_000 + back),
                        "2061",
                        PASSWORD,
                        site.mn(),
                        "DataTime=%s;w00000-Avg=42.00,w00000-Flag=N;w01018-Avg=%.1f,w01018-Flag=%s"
                                .formatted(
                                        Timestamps.seconds(last.minusHours(back)),
                                        20 + back * 0.3,
                                        back == 4 ? "M" : "N"))));
                assertThat(device.answer().cn()).isEqualTo("9014");
            }
        }
        await().until(
                        () -> jdbc.sql(
                                        "select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single(),
                        kept -> kept == HOURS);
        return site;
    }

    private JsonNode enter(Site site, int back, String report, String cod) {
        HttpResponse<String> answer = stage.post(ANALYST, "/on-site-samples", """
                {"unit":"%s","outlet":"DW001","sampledAt":"%s","report":"%s","officer":"env-inspector","second":"env-inspector-2","laboratory":"区监测站","values":{"w01018":"%s"}}""".formatted(
                        site.unit(), last.minusHours(back).plusMinutes(30), report, cod));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Stage.json().readTree(answer.body());
    }

    private JsonNode move(String token, JsonNode sample, String move) {
        HttpResponse<String> answer = stage.post(
                token,
                "/on-site-samples/" + sample.path("id").asString() + "/" + move,
                "{\"version\":\"%s\",\"reason\":\"瓶签有误\"}"
                        .formatted(sample.path("version").asString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Stage.json().readTree(answer.body());
    }

    private void look(Site site) {
        jdbc.sql("""
                        update alarm set moment = now() - interval '1 second', try_at = now(), claim = null
                        where kind = 'fraud-signs' and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).update();
        await().until(() ->
                jdbc.sql("""
                        select count(*) from alarm where kind = 'fraud-signs' and moment > now()
                          and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).query(Long.class).single() == 1);
    }

    private List<String> suspicions(Site site) {
        return jdbc.sql("select sign || ' ' || state || ' ' || count from suspicion where mn = :mn order by found_at")
                .param("mn", site.mn())
                .query(String.class)
                .list();
    }

    private String page(String token, String path) {
        HttpResponse<String> response = stage.page(token, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        assertThat(stage.page(token, path + "?lang=en").body())
                .as(path)
                .contains("lang=\"en\"")
                .doesNotContain("??");
        return response.body();
    }

    private DataSuspected told(Site site, String report) {
        return probe.await(
                DataSuspected.class,
                fact -> fact.device().equals(site.mn()) && fact.finding().contains(report));
    }

    @Test
    void aConfirmedSampleThatTheDeviceDoesNotBearOutIsToldOnceWithBothValues() {
        Site site = measured();
        JsonNode first = enter(site, 8, "JC-2026-101", "46.0");
        look(site);
        assertThat(suspicions(site)).isEmpty();
        first = move(REVIEWER, first, "confirm");
        move(REVIEWER, enter(site, 6, "JC-2026-102", "23.5"), "confirm");
        move(REVIEWER, enter(site, 4, "JC-2026-103", "49.0"), "confirm");
        JsonNode withdrawn = move(REVIEWER, enter(site, 7, "JC-2026-104", "48.0"), "confirm");
        move(ANOTHER_REVIEWER, withdrawn, "withdraw");
        look(site);
        look(site);
        assertThat(suspicions(site)).containsExactly("F19 found 1");

        DataSuspected told = told(site, "JC-2026-101");
        assertThat(told.sign()).isEqualTo("F19");
        assertThat(told.signName()).isEqualTo("手工比对不符");
        assertThat(told.pollutant()).isEqualTo("w01018");
        assertThat(told.finding()).contains("46.0 mg/L", "22.4 mg/L", "−51 %", "±30 %", "只是线索");
        // the hour, and the two beside it that do not explain it
        assertThat(told.records()).isEqualTo(3);
        JsonNode verdict = Stage.json()
                .readTree(stage.api(Stage.duty(), "/signs/" + told.suspicion() + "/verification")
                        .body());
        assertThat(verdict.path("fits").asBoolean()).isTrue();
        String at = "/monitoring/signs/" + told.suspicion();
        String sample = "/monitoring/on-site-samples/" + first.path("id").asString();
        assertThat(page(Stage.duty(), at))
                .contains("F19 手工比对不符", "46.0 mg/L", "22.4 mg/L", "JC-2026-101", "HJ 355-2019")
                .contains("其他相符的样品", "JC-2026-102", "已确认", "href=\"" + sample + "\"", "data-island=\"chart\"")
                .doesNotContain("JC-2026-103", "JC-2026-104");
        assertThat(page(INSPECTOR, at)).contains("JC-2026-101", "已确认").doesNotContain(sample);
        assertThat(page(Stage.duty(), "/monitoring/signs/rules")).contains("化学需氧量30至不足60 mg/L时的允许误差");

        move(ANOTHER_REVIEWER, first, "withdraw");
        look(site);
        assertThat(suspicions(site)).containsExactly("F19 found 1");
        assertThat(page(Stage.duty(), at)).contains("已撤回：瓶签有误", "本线索保留");
        again(site, told);
    }

    /** What is seen while one waits is counted; after a decision only what comes then is new. */
    private void again(Site site, DataSuspected told) {
        move(REVIEWER, enter(site, 2, "JC-2026-105", "49.5"), "confirm");
        look(site);
        look(site);
        assertThat(suspicions(site)).containsExactly("F19 found 2");
        String clue = UUID.randomUUID().toString();
        probe.send(new SuspicionJoinedClue(clue, "XS-2026-0101", told.suspicion(), Instant.now()));
        await().until(() -> suspicions(site), List.of("F19 handed-over 2")::equals);
        probe.send(new ClueDismissed(clue, site.unit(), "松江纸业", "仪器已重新校准", Instant.now()));
        await().until(() -> suspicions(site), List.of("F19 dismissed 2")::equals);
        look(site);
        assertThat(suspicions(site)).containsExactly("F19 dismissed 2");

        move(REVIEWER, enter(site, 10, "JC-2026-106", "47.0"), "confirm");
        look(site);
        assertThat(suspicions(site)).containsExactly("F19 dismissed 2", "F19 found 1");
        assertThat(page(
                        Stage.duty(),
                        "/monitoring/signs/" + told(site, "JC-2026-106").suspicion()))
                .contains("47.0 mg/L", "均值23 mg/L", "其他超出的样品", "JC-2026-105")
                .doesNotContain("JC-2026-101");
    }
}
