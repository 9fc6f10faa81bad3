package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.Bureau;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Devices over the JSON API. */
@MonitoringIT
class DevicesIT {

    private final Stage stage;
    private final JdbcClient jdbc;
    private final AuditReader audit;
    private final IntakePort port;
    private final Clock clock;

    DevicesIT(Stage stage, JdbcClient jdbc, AuditReader audit, IntakePort port, Clock clock) {
        this.stage = stage;
        this.jdbc = jdbc;
        this.audit = audit;
        this.port = port;
        this.clock = clock;
    }

    private static final String TEST = "{\"version\":%d,\"testedOn\":\"2026-03-01\",\"report\":\"YS-1\",\"passed\":%b}";

    private static String body(Site site) {
        return """
                {"mn":"%s","password":"123456","unit":"%s","outlet":"%s","permit":"%s","reportIntervalSeconds":30}""".formatted(site.mn(), site.unit(), site.outlet(), site.permit());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Stage.json().readTree(response.body());
    }

    private void assertRefused(String body, int status, String code) {
        HttpResponse<String> response = stage.post(Stage.admin(), "/devices", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(response.body()).doesNotContain("rule.device");
    }

    @Test
    void goesThroughTheLifeOfADevice() {
        Site site = stage.registered();
        HttpResponse<String> registered = stage.api(Stage.reader(), "/devices/" + site.mn());
        assertThat(json(registered).get("state").asString()).isEqualTo("registered");
        assertThat(json(registered).get("version").asLong()).isZero();
        assertThat(registered.body()).doesNotContain("123456", "password", "salt");

        String path = "/devices/" + site.mn();
        assertCode(stage.post(Stage.admin(), path + "/in-service", "{\"version\":0}"), 409, "device.not-tested");
        assertCode(
                stage.post(
                        Tokens.as("env-device-engineer", Bureau.ENV, "monitoring.device-approver"),
                        path + "/tests",
                        TEST.formatted(0, true)),
                403,
                "device.four-eyes");
        assertThat(state(stage.post(Stage.approver(), path + "/tests", TEST.formatted(0, false))))
                .isEqualTo("registered 1");
        assertThat(state(stage.post(Stage.approver(), path + "/tests", TEST.formatted(1, true))))
                .isEqualTo("tested 2");
        assertCode(
                stage.post(Stage.approver(), path + "/tests", TEST.formatted(2, true)), 409, "device.not-registered");
        assertThat(state(stage.post(Stage.admin(), path + "/in-service", "{\"version\":2}")))
                .isEqualTo("in-service 3");
        assertCode(stage.post(Stage.admin(), path + "/in-service", "{\"version\":3}"), 409, "device.in-service");
        String fault = "{\"version\":%d,\"kind\":\"fault\",\"reason\":\"更换仪表\"}";
        assertThat(stage.post(Stage.admin(), path + "/out-of-service", fault.formatted(0))
                        .statusCode())
                .isEqualTo(409);
        assertThat(stage.post(Stage.admin(), path + "/out-of-service", "{\"version\":3,\"kind\":\"fault\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(state(stage.post(Stage.admin(), path + "/out-of-service", fault.formatted(3))))
                .isEqualTo("out-of-service 4");

        assertThat(audit.about("device/" + site.mn()))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "device.registered",
                        "device.test-failed",
                        "device.tested",
                        "device.in-service",
                        "device.out-of-service");
        assertThat(audit.about("device/" + site.mn()).getLast().details()).containsEntry("reason", "更换仪表");
        assertThat(audit.about("device/" + site.mn()).toString()).doesNotContain("123456");
    }

    private static String state(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response).get("state").asString() + " "
                + json(response).get("version").asLong();
    }

    private static void assertCode(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(response.body()).doesNotContain("rule.");
    }

    @Test
    void stopsAndRemovesADeviceWithConsentOnly() {
        Site site = stage.inService();
        String path = "/devices/" + site.mn();
        String stop = "{\"version\":%d,\"kind\":\"%s\",\"reason\":\"停产检修\"}";
        assertCode(
                stage.post(Stage.admin(), path + "/out-of-service", stop.formatted(2, "maintenance")),
                409,
                "device.no-consent");
        String ask = "{\"kind\":\"maintenance\",\"reason\":\"停产检修\",\"receivedOn\":\"2026-02-13\"}";
        JsonNode asked = json(stage.post(Stage.admin(), path + "/stop-requests", ask))
                .get("items")
                .get(0);
        // five working days, with the Spring Festival between
        assertThat(asked.get("due").asString()).isEqualTo("2026-02-27");
        // long ago, so nobody answered in time
        assertThat(asked.get("state").asString()).isEqualTo("silent");
        assertCode(
                stage.post(
                        Stage.approver(),
                        path + "/stop-requests/" + asked.get("id").asLong() + "/answer",
                        "{\"granted\":\"false\",\"reason\":\"x\"}"),
                409,
                "device.request-answered");
        assertThat(state(stage.post(Stage.admin(), path + "/out-of-service", stop.formatted(2, "maintenance"))))
                .isEqualTo("out-of-service 3");
        assertThat(audit.about("device/" + site.mn()).getLast().details()).containsEntry("consent", "silent");

        assertCode(
                stage.post(Stage.admin(), path + "/out-of-service", stop.formatted(3, "removed")),
                409,
                "device.no-consent");
        String today = "{\"kind\":\"removed\",\"reason\":\"关闭\",\"receivedOn\":\"%s\"}".formatted(LocalDate.now(clock));
        long request = json(stage.post(Stage.admin(), path + "/stop-requests", today))
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        assertCode(stage.post(Stage.admin(), path + "/stop-requests", today), 409, "device.request-waits");
        assertThat(json(stage.post(
                                Stage.approver(),
                                path + "/stop-requests/" + request + "/answer",
                                "{\"granted\":\"true\",\"reason\":\"同意\"}"))
                        .get("items")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("granted");
        assertThat(state(stage.post(Stage.admin(), path + "/out-of-service", stop.formatted(3, "removed"))))
                .isEqualTo("removed 4");
        assertCode(stage.post(Stage.admin(), path + "/in-service", "{\"version\":4}"), 409, "device.removed");
        String page =
                stage.page(Stage.approver(), "/monitoring/devices/" + site.mn()).body();
        assertThat(page).contains("已拆除", "已据此停用", "逾期未答复，视为同意", "同意停运拆除").doesNotContain("??");
    }

    @Test
    void countsTheDaysAndSamplesOfAnOutage() {
        Site site = stage.inService();
        String path = "/devices/" + site.mn();
        String sample = "{\"takenAt\":\"%s\",\"reason\":\"COD 38 mg/L\"}";
        String now = LocalDateTime.now(clock).minusMinutes(1).withNano(0).toString();
        assertCode(stage.post(Stage.duty(), path + "/manual-samples", sample.formatted(now)), 409, "device.no-outage");
        assertThat(state(stage.post(
                        Stage.admin(),
                        path + "/out-of-service",
                        "{\"version\":2,\"kind\":\"fault\",\"reason\":\"光源损坏\",\"beganAt\":\"2026-02-13T08:00\"}")))
                .isEqualTo("out-of-service 3");
        assertThat(jdbc.sql("""
                        select to_char(repair_due at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
                            || case when reported_at > report_due then ' late' else '' end
                        from device_outage o join device d on d.id = o.device where d.mn = :mn""").param("mn", site.mn()).query(String.class).single())
                .isEqualTo("2026-02-27 late");
        assertThat(stage.post(Stage.duty(), path + "/manual-samples", sample.formatted(now))
                        .statusCode())
                .isEqualTo(204);
        assertCode(
                stage.post(Stage.duty(), path + "/manual-samples", sample.formatted(now)), 409, "device.sample-twice");
        assertCode(
                stage.post(Stage.duty(), path + "/manual-samples", sample.formatted("2026-02-13T07:00")),
                422,
                "device.sample-moment");
        for (String language : new String[] {"", "?lang=en"}) {
            assertThat(stage.page(Stage.duty(), "/monitoring/devices/" + site.mn() + language)
                            .body())
                    .contains(language.isEmpty() ? "今天已采1次" : "1 taken today")
                    .doesNotContain("??");
        }
        assertThat(state(stage.post(Stage.admin(), path + "/in-service", "{\"version\":3}")))
                .isEqualTo("in-service 4");
        assertThat(jdbc.sql("select count(*) from device_outage o join device d on d.id = o.device where d.mn = :mn"
                                + " and o.ended_at is not null")
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void registersADeviceAtASiteOfTheNetwork() {
        String code = stage.networkSite("active");
        String body = """
                {"mn":"%s","password":"123456","site":"%s","reportIntervalSeconds":60,
                 "factors":[{"pollutant":"w01018","low":"0","high":"100","resolution":"0.1","analyser":"A","serial":"7"}]}""";
        Site made = stage.site();
        HttpResponse<String> registered = stage.post(Stage.admin(), "/devices", body.formatted(made.mn(), code));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        assertThat(json(registered).get("site").asString()).isEqualTo(code);
        assertThat(json(registered).get("unit").isNull()).isTrue();
        assertThat(json(stage.api(Stage.reader(), "/devices/" + made.mn() + "/factors"))
                        .get("factors")
                        .get(0)
                        .get("high")
                        .asString())
                .isEqualTo("100");
        for (String page : new String[] {"/monitoring/devices/" + made.mn(), "/monitoring/devices?q=" + code}) {
            assertThat(stage.page(Stage.reader(), page).body())
                    .contains("示例断面" + code)
                    .doesNotContain("??");
        }
        assertRefused(body.formatted("AB2", "NOWHERE"), 409, "device.site-unknown");
        assertRefused(body.formatted("AB2", stage.networkSite("approved")), 409, "device.site-not-in-use");
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices",
                                body.formatted("AB2", code).replace("\"site\"", "\"unit\":\"U\",\"site\""))
                        .body())
                .contains("\"field\":\"site\"");
    }

    @Test
    void keepsWhatADeviceMeasuredBeforeAndMarksWhatIsOutsideItsRange() {
        Site site = stage.inService();
        String path = "/devices/" + site.mn() + "/factors";
        String body = """
                {"version":%d,"reason":"%s","factors":[{"pollutant":"%s","low":"0","high":"%s","serial":"%s"}]}""";
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices",
                                body(site).replace("}", ",\"factors\":[{\"pollutant\":\"w01018\"}]}"))
                        .body())
                .contains("\"field\":\"factors[0].low\"", "\"field\":\"factors[0].high\"");
        assertThat(state(stage.put(Stage.admin(), path, body.formatted(2, "登记", "w01018", "30", "SN1"))))
                .isEqualTo("in-service 3");
        assertThat(state(stage.put(Stage.admin(), path, body.formatted(3, "更换分析仪", "011", "30.0", "SN2"))))
                .isEqualTo("in-service 4");
        assertThat(stage.put(Stage.admin(), path, body.formatted(3, "x", "w01018", "30", "SN3"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(jdbc.sql("""
                        select serial || ' ' || f.unit || case when valid_to is null then ' now' else '' end
                        from device_factor f join device d on d.id = f.device where d.mn = :mn order by valid_from""").param("mn", site.mn()).query(String.class).list())
                .containsExactly("SN1 mg/L", "SN2 mg/L now");
        assertThat(audit.about("device/" + site.mn()).getLast().details())
                .containsEntry("before", "w01018 0–30 SN SN1")
                .containsEntry("after", "w01018 0–30.0 SN SN2");
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment(
                    "20260301083000120",
                    "2011",
                    Stage.PASSWORD,
                    site.mn(),
                    "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N")));
            device.answer();
        }
        await().untilAsserted(() -> assertThat(stage.page(Stage.reader(), "/monitoring/devices/" + site.mn())
                        .body())
                .contains("化学需氧量 38.4 mg/L [超出量程]", "0–30.0"));
        assertThat(stage.page(Stage.admin(), "/monitoring/devices/" + site.mn() + "/factors?lang=en")
                        .body())
                .contains("value=\"SN2\"", "Range from")
                .doesNotContain("??");
        HttpResponse<String> more = stage.submit(
                Stage.admin(),
                "/monitoring/devices/" + site.mn() + "/factors",
                "version=4&more=1&factors[0].pollutant=w01018&factors[0].low=9&factors[0].high=1"
                        .replace("[", "%5B")
                        .replace("]", "%5D"));
        assertThat(more.body()).contains("value=\"9\"", "factors[4].pollutant");
        HttpResponse<String> wrong = stage.submit(
                Stage.admin(),
                "/monitoring/devices/" + site.mn() + "/factors",
                "version=4&reason=x&factors[0].pollutant=w01018&factors[0].low=9&factors[0].high=1"
                        .replace("[", "%5B")
                        .replace("]", "%5D"));
        assertThat(wrong.body()).contains("应小于上限", "value=\"9\"");
    }

    @Test
    void refusesADeviceWithoutItsPermitOrOutlet() {
        Site unknown = stage.site();
        assertRefused(body(unknown), 409, "device.permit-unknown");
        Site known = stage.registered();
        assertRefused(body(new Site(known.unit(), known.permit(), "DW009", "AB1")), 409, "device.outlet-unknown");
        assertRefused(
                body(new Site(unknown.unit(), known.permit(), "DW001", "AB1")), 409, "device.permit-of-other-unit");
        assertRefused(body(known), 409, "device.mn-taken");
    }

    @Test
    void saysAllFaultsAtOnce() {
        HttpResponse<String> response =
                stage.post(Stage.admin(), "/devices", "{\"mn\":\"a b\",\"reportIntervalSeconds\":\"5\"}");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response)
                        .get("errors")
                        .valueStream()
                        .map(each -> each.get("field").asString()))
                .containsExactly("mn", "password", "unit", "outlet", "permit", "reportIntervalSeconds");
    }

    @Test
    void knowsNoDeviceThatIsNotThere() {
        assertThat(stage.api(Stage.reader(), "/devices/nowhere").statusCode()).isEqualTo(404);
        assertThat(stage.post(Stage.admin(), "/devices/nowhere/in-service", "{\"version\":0}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsSilentDevices() {
        Site site = stage.inService();
        assertThat(stage.api(Stage.reader(), "/devices?health=silent&q=" + site.mn())
                        .body())
                .contains("\"total\":0");
        // nobody is silent while nobody listens
        await().until(() -> jdbc.sql("update intake_listening set since = since - interval '1 hour'")
                        .update()
                == 1);
        jdbc.sql("update device set state_since = state_since - interval '1 hour' where mn = :mn")
                .param("mn", site.mn())
                .update();
        await().untilAsserted(() -> assertThat(stage.api(Stage.reader(), "/devices?health=silent&q=" + site.mn())
                        .body())
                .contains("\"total\":1", site.mn()));
    }
}
