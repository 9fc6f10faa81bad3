package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.Stage.Site;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Devices over the JSON API. */
@MonitoringIT
class DevicesIT {

    private final Stage stage;
    private final JdbcClient jdbc;
    private final AuditReader audit;

    DevicesIT(Stage stage, JdbcClient jdbc, AuditReader audit) {
        this.stage = stage;
        this.jdbc = jdbc;
        this.audit = audit;
    }

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

        HttpResponse<String> inService =
                stage.post(Stage.admin(), "/devices/" + site.mn() + "/in-service", "{\"version\":0}");
        assertThat(json(inService).get("state").asString()).isEqualTo("in-service");
        assertThat(json(inService).get("version").asLong()).isEqualTo(1);
        assertThat(stage.post(Stage.admin(), "/devices/" + site.mn() + "/in-service", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices/" + site.mn() + "/out-of-service",
                                "{\"version\":0,\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(stage.post(Stage.admin(), "/devices/" + site.mn() + "/out-of-service", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> out = stage.post(
                Stage.admin(), "/devices/" + site.mn() + "/out-of-service", "{\"version\":1,\"reason\":\"更换仪表\"}");
        assertThat(json(out).get("state").asString()).isEqualTo("out-of-service");

        assertThat(audit.about("device/" + site.mn()))
                .extracting(AuditEntry::action)
                .containsExactly("device.registered", "device.in-service", "device.out-of-service");
        assertThat(audit.about("device/" + site.mn()).getLast().details()).containsEntry("reason", "更换仪表");
        assertThat(audit.about("device/" + site.mn()).toString()).doesNotContain("123456");
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
