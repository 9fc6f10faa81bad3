package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Commands from the page or a program to the device on its socket, and its answers back. */
@MonitoringIT
class CommandsIT {

    private static final Duration A_MOMENT = Duration.ofMillis(1200);

    private final Stage stage;
    private final IntakePort port;
    private final JdbcClient jdbc;
    private final AuditReader audit;

    CommandsIT(Stage stage, IntakePort port, JdbcClient jdbc, AuditReader audit) {
        this.stage = stage;
        this.port = port;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A device that has introduced itself. */
    private PlayedDevice connect(Site site) {
        PlayedDevice device = new PlayedDevice(port.number());
        device.send(Frames.of(Frames.segment(
                "20260301083000120",
                "2011",
                PASSWORD,
                site.mn(),
                "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N")));
        // an order that waits may come before it, as Kafka has to have the packet first
        device.answer("9014");
        return device;
    }

    private long order(Site site, String json) {
        HttpResponse<String> response = stage.post(Stage.duty(), "/devices/" + site.mn() + "/commands", json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(json(response).get("state").asString()).isEqualTo("waiting");
        return json(response).get("id").asLong();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Stage.json().readTree(response.body());
    }

    private JsonNode command(Site site, long id) {
        return json(stage.api(Stage.reader(), "/devices/" + site.mn() + "/commands/" + id));
    }

    private void awaitState(Site site, long id, String state) {
        await().untilAsserted(() ->
                assertThat(command(site, id).get("state").asString()).isEqualTo(state));
    }

    private static void answer(PlayedDevice device, Packet command, String cn, String data) {
        answer(device, command, cn, data, PASSWORD);
    }

    private static void answer(PlayedDevice device, Packet command, String cn, String data, String password) {
        device.send(Frames.of("QN=%s;ST=91;CN=%s;PW=%s;MN=%s;Flag=4;CP=&&%s&&"
                .formatted(command.qn(), cn, password, command.mn(), data)));
    }

    /** Lets the time of a command be up, as often as it was sent. */
    private void letTimePass(long id, int attempts, Duration ago) {
        jdbc.sql("""
                        update device_command set act_at = now() - make_interval(secs => :ago),
                            attempts = greatest(attempts, :attempts) where id = :id""")
                .param("ago", ago.toSeconds())
                .param("attempts", attempts)
                .param("id", id)
                .update();
    }

    @Test
    void sendsACommandToTheDeviceAndTracksItsAnswers() {
        Site site = stage.inService();
        long id = order(site, "{\"kind\":\"set-interval\",\"seconds\":60}");
        try (PlayedDevice device = connect(site)) {
            Packet command = device.answer();
            assertThat(command.cn()).isEqualTo("1062");
            assertThat(command.st()).isEqualTo("32");
            assertThat(command.pw()).isEqualTo(PASSWORD);
            assertThat(command.mn()).isEqualTo(site.mn());
            assertThat(command.answerWanted()).isTrue();
            assertThat(command.value("RtdInterval")).contains("60");
            awaitState(site, id, "sent");
            answer(device, command, "9011", "QnRtn=1");
            awaitState(site, id, "accepted");
            answer(device, command, "9012", "ExeRtn=1");
            awaitState(site, id, "executed");
            assertThat(device.answer(A_MOMENT)).isEmpty();
        }
        assertThat(command(site, id).get("qn").asString()).hasSize(17);
        assertThat(command(site, id).get("attempts").asInt()).isEqualTo(1);
        assertThat(json(stage.api(Stage.reader(), "/devices/" + site.mn()))
                        .get("reportIntervalSeconds")
                        .asInt())
                .isEqualTo(60);
        assertThat(audit.about("device/" + site.mn()))
                .extracting(AuditEntry::action)
                .endsWith("device.command-ordered", "device.command-executed");
        assertThat(audit.about("device/" + site.mn()))
                .filteredOn(entry -> entry.action().equals("device.command-ordered"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor().username()).isEqualTo("env-duty-officer"));
    }

    @Test
    void setsTheClockToTheTimeOfSendingAndAsksForRecords() {
        Site site = stage.inService();
        try (PlayedDevice device = connect(site)) {
            long clock = order(site, "{\"kind\":\"set-time\"}");
            long records = order(
                    site, "{\"kind\":\"hour-records\",\"from\":\"2026-03-01T03:20\",\"to\":\"2026-03-01T05:00\"}");
            Packet first = device.answer();
            assertThat(first.cn()).isEqualTo("1012");
            assertThat(first.value("SystemTime").orElseThrow())
                    .isEqualTo(first.qn() == null ? "" : first.qn().substring(0, 14));
            // one after the other
            assertThat(device.answer(A_MOMENT)).isEmpty();
            answer(device, first, "9011", "QnRtn=1");
            answer(device, first, "9012", "ExeRtn=1");
            Packet second = device.answer();
            assertThat(second.cn()).isEqualTo("2061");
            assertThat(second.value("BeginTime")).contains("20260301030000");
            assertThat(second.value("EndTime")).contains("20260301050000");
            answer(device, second, "9011", "QnRtn=1");
            answer(device, second, "9012", "ExeRtn=100");
            awaitState(site, clock, "executed");
            awaitState(site, records, "failed");
            assertThat(command(site, records).get("outcome").asString()).isEqualTo("failed-100");
        }
    }

    @Test
    void tellsWhyADeviceRefuses() {
        Site site = stage.inService();
        long id = order(site, "{\"kind\":\"keep-sample\"}");
        try (PlayedDevice device = connect(site)) {
            Packet command = device.answer();
            assertThat(command.cn()).isEqualTo("3015");
            answer(device, command, "9011", "QnRtn=8");
            awaitState(site, id, "failed");
            assertThat(command(site, id).get("outcome").asString()).isEqualTo("refused-8");
        }
    }

    @Test
    void sendsAgainWithTheSameQnGivesUpAndStillHearsALateAnswer() {
        Site site = stage.inService();
        long id = order(site, "{\"kind\":\"keep-sample\"}");
        try (PlayedDevice device = connect(site)) {
            Packet first = device.answer();
            letTimePass(id, 1, Duration.ofSeconds(1));
            Packet again = device.answer();
            assertThat(again.qn()).isEqualTo(first.qn());
            assertThat(command(site, id).get("attempts").asInt()).isEqualTo(2);
            // whoever does not know the password is not heard
            answer(device, first, "9011", "QnRtn=1", "654321");
            letTimePass(id, 4, Duration.ofSeconds(1));
            awaitState(site, id, "unanswered");
            assertThat(command(site, id).get("outcome").asString()).isEqualTo("no-answer");
            answer(device, first, "9012", "ExeRtn=1");
            awaitState(site, id, "executed");
        }
    }

    @Test
    void failsWhatWasAcceptedAndNeverTold() {
        Site site = stage.inService();
        long id = order(site, "{\"kind\":\"keep-sample\"}");
        try (PlayedDevice device = connect(site)) {
            answer(device, device.answer(), "9011", "QnRtn=1");
            awaitState(site, id, "accepted");
            letTimePass(id, 1, Duration.ofSeconds(1));
            awaitState(site, id, "failed");
            assertThat(command(site, id).get("outcome").asString()).isEqualTo("no-result");
        }
    }

    @Test
    void givesUpWhereTheDeviceNeverConnectsOrDoesNotComeBack() {
        Site site = stage.inService();
        long never = order(site, "{\"kind\":\"set-time\"}");
        letTimePass(never, 0, Duration.ofSeconds(1));
        awaitState(site, never, "unanswered");
        assertThat(command(site, never).get("outcome").asString()).isEqualTo("not-connected");

        long lost = order(site, "{\"kind\":\"set-time\"}");
        try (PlayedDevice device = connect(site)) {
            assertThat(device.answer().cn()).isEqualTo("1012");
        }
        letTimePass(lost, 1, Duration.ofMinutes(6));
        awaitState(site, lost, "unanswered");
    }

    @Test
    void closesAConnectionOnWhichNobodyAnsweredSoThatTheNextOrderGoesToTheNewOne() {
        Site site = stage.inService();
        long lost = order(site, "{\"kind\":\"set-time\"}");
        try (PlayedDevice gone = connect(site)) {
            assertThat(gone.answer().cn()).isEqualTo("1012");
            awaitState(site, lost, "sent");
            letTimePass(lost, 4, Duration.ofSeconds(1));
            awaitState(site, lost, "unanswered");
            // it has spoken a moment ago, so it is there
            assertThat(gone.answer(A_MOMENT)).isEmpty();
            assertThat(gone.isClosed()).isFalse();
            // as if nothing had come since it was asked
            jdbc.sql(
                            "update device_command set sent_at = now() + interval '40 seconds', ended_at = now() where id = :id")
                    .param("id", lost)
                    .update();
            assertThat(gone.isCutOff()).isTrue();
        }
        long next = order(site, "{\"kind\":\"keep-sample\"}");
        try (PlayedDevice back = connect(site)) {
            assertThat(back.answer().cn()).isEqualTo("3015");
            awaitState(site, next, "sent");
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        Site site = stage.registered();
        String path = "/devices/" + site.mn() + "/commands";
        assertRefused(stage.post(Stage.duty(), path, "{\"kind\":\"set-time\"}"), 409, "command.not-in-service");
        stage.putInService(site.mn());
        assertRefused(
                stage.post(
                        Stage.duty(),
                        path,
                        "{\"kind\":\"day-records\",\"from\":\"2126-01-01T00:00\",\"to\":\"2126-01-01T00:00\"}"),
                422,
                "command.future");
        assertThat(stage.post(
                                Stage.duty(),
                                path,
                                "{\"kind\":\"day-records\",\"from\":\"2026-03-02T00:00\",\"to\":\"2026-03-01T00:00\"}")
                        .body())
                .contains("最多31天");
        assertThat(stage.post(Stage.duty(), path, "{\"kind\":\"explode\"}").statusCode())
                .isEqualTo(422);
        assertThat(stage.post(Stage.duty(), path, "{\"kind\":\"set-interval\",\"seconds\":5}")
                        .statusCode())
                .isEqualTo(422);
        for (int i = 0; i < 10; i++) {
            order(site, "{\"kind\":\"set-time\"}");
        }
        assertRefused(stage.post(Stage.duty(), path, "{\"kind\":\"set-time\"}"), 409, "command.too-many");
        assertThat(stage.post(Stage.duty(), "/devices/nobody/commands", "{\"kind\":\"set-time\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(stage.api(Stage.reader(), path)).get("total").asLong()).isEqualTo(10);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
    }

    @Test
    void showsCommandsOnTheDevicesPage() {
        Site site = stage.inService();
        String path = "/monitoring/devices/" + site.mn() + "/commands";
        HttpResponse<String> wrong = stage.submit(Stage.duty(), path, "kind=hour-records&from=yesterday&to=");
        assertThat(wrong.body()).contains("应为日期和时间", "value=\"hour-records\" selected=\"selected\"");
        HttpResponse<String> right =
                stage.submit(Stage.duty(), path, "kind=hour-records&from=2026-03-01T03:00&to=2026-03-01T05:00");
        assertThat(right.statusCode()).isEqualTo(302);
        for (String page : new String[] {path, "/monitoring/devices/" + site.mn()}) {
            assertThat(stage.page(Stage.duty(), page).body())
                    .contains("调取小时数据 2026-03-01 03:00 至 2026-03-01 05:00", "待发送", "env-duty-officer")
                    .doesNotContain("??");
            assertThat(stage.page(Stage.duty(), page + "?lang=en").body())
                    .contains("Send hour records 2026-03-01 03:00 to 2026-03-01 05:00", "waiting")
                    .doesNotContain("??");
        }
        assertThat(stage.page(Stage.duty(), path).body()).contains("popovertarget=\"order\"", "确认下达？");
        assertThat(stage.page(Stage.reader(), path).body()).doesNotContain("<form class=\"form\"");
        assertThat(stage.page(Stage.reader(), path + ".csv").body())
                .contains("调取小时数据（2061）,2026-03-01T03:00,2026-03-01T05:00,,待发送");
    }
}
