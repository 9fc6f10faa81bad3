package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page, in both languages, from real data. */
@MonitoringIT
class PagesIT {

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final AuditReader audit;

    PagesIT(Stage stage, IntakePort port, FactProbe probe, JdbcClient jdbc, AuditReader audit) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    private String page(String token, String path) {
        HttpResponse<String> response = stage.page(token, path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        return response.body();
    }

    private String bothLanguages(String token, String path) {
        String english = page(token, path + (path.contains("?") ? "&" : "?") + "lang=en");
        assertThat(english).contains("lang=\"en\"");
        return page(token, path);
    }

    private void send(Site site, String cn, String data) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment("20260302000000001", cn, PASSWORD, site.mn(), data)));
            device.answer();
        }
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    @Test
    void showsAnOutletWithItsDays() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"), limit("w01001", "6", "9", "1"));
        send(site, "2031", "DataTime=20260301000000;w01018-Avg=58.2,w01018-Flag=N;w01001-Avg=7.1,w01001-Flag=N");
        send(site, "2031", "DataTime=20260302000000;w01018-Avg=48,w01018-Flag=M");
        probe.await(DailyLimitExceeded.class, fact -> fact.unit().equals(site.unit()));
        String path = "/monitoring/outlets/" + site.unit() + "/DW001";
        await().untilAsserted(() -> assertThat(page(Stage.reader(), path + "?from=2026-02-20&to=2026-03-05"))
                .contains("数据标记不是 N"));

        assertThat(bothLanguages(Stage.reader(), path + "?from=2026-02-20&to=2026-03-05"))
                .contains("超标0.16倍", "58.2", "≤ 50 mg/L", "2026-03-01 周日", "限值版本 1", "\"limit\":{\"value\":50,")
                .contains("[\"2026-03-01\",58.2,true]", "[\"2026-03-02\",48,false]", "[\"2026-03-03\",null,false]");
        assertThat(bothLanguages(Stage.reader(), path + "?pollutant=w01001&from=2026-02-20&to=2026-03-05"))
                .contains("6–9", "\"bands\"", "达标");
        assertThat(bothLanguages(Stage.reader(), path)).contains("所选日期内没有日均值");
        assertThat(stage.page(Stage.reader(), path + "/days.csv?from=2026-02-20&to=2026-03-05")
                        .body())
                .contains("2026-03-01," + site.mn() + ",58.2,mg/L,N,58.2,,50,mg/L,超标,0.16,,");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/outlets?q=" + site.unit()))
                .contains(site.unit(), "废水总排放口");
        assertThat(stage.page(Stage.reader(), "/monitoring/outlets/nobody/DW001")
                        .statusCode())
                .isEqualTo(404);

        assertThat(bothLanguages(Stage.reader(), "/monitoring")).contains("超标0.16倍", "化学需氧量");
    }

    @Test
    void showsTheDaysOfAnAutomaticStation() {
        String station = stage.networkSite("active");
        Site made = stage.site();
        assertThat(page(Stage.reader(), "/monitoring/network/" + station)).doesNotContain("/monitoring/stations/");
        stage.registerAt(station, made.mn());
        stage.putInService(made.mn());
        String path = "/monitoring/stations/" + station;
        String days = "?from=2026-02-20&to=2026-03-05";
        assertThat(bothLanguages(Stage.reader(), path + days)).contains("没有自动监测数据");

        send(made, "2031", "DataTime=20260301000000;w21003-Avg=0.62,w21003-Flag=N;w01001-Avg=7.4,w01001-Flag=N");
        send(made, "2031", "DataTime=20260302000000;w21003-Avg=9.99,w21003-Flag=D");
        send(made, "2061", "DataTime=20260302080000;w21003-Avg=1.30,w21003-Flag=N");
        send(made, "2061", "DataTime=20260302090000;w21003-Avg=1.31,w21003-Flag=N");
        send(made, "2061", "DataTime=20260302100000;w21003-Avg=8.88,w21003-Flag=M");

        await().untilAsserted(() -> assertThat(bothLanguages(Stage.reader(), path + days))
                .contains(
                        "0.62 mg/L",
                        "class-3",
                        "设备日数据",
                        "1.305 mg/L",
                        "class-4",
                        "2个小时均值的平均",
                        "[\"2026-03-01\",0.62,true]")
                .doesNotContain("9.99", "8.88"));
        assertThat(page(Stage.reader(), path + days + "&item=w01001")).contains("7.4");
        assertThat(stage.page(Stage.reader(), path + "/days.csv" + days).body())
                .contains("2026-03-01,7.4,0.62", "2026-03-02,,1.305");
        assertThat(page(Stage.reader(), "/monitoring/network/" + station)).contains(path);
    }

    @Test
    void showsDevicesAndTheirPackets() {
        Site site = stage.inService();
        send(site, "2011", "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N;w01001-Rtd=7.1,w01001-Flag=D");
        await().untilAsserted(() -> assertThat(page(Stage.reader(), "/monitoring/devices/" + site.mn()))
                .contains("化学需氧量 38.4 mg/L", "pH值 7.1 [D]"));
        assertThat(bothLanguages(Stage.admin(), "/monitoring/devices/" + site.mn()))
                .contains("在用", "停用", "登记设备", "投入使用", "区环保局 env-device-engineer")
                .doesNotContain(PASSWORD);
        assertThat(page(Stage.reader(), "/monitoring/devices/" + site.mn())).doesNotContain("out-of-service\"");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/devices?q=" + site.mn() + "&state=in-service"))
                .contains(site.mn(), "第1–1条，共1条", "/monitoring/devices.csv?q=" + site.mn())
                .doesNotContain("/monitoring/devices/new");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/devices?q=nothing-like-it"))
                .contains("没有符合条件的设备");
        assertThat(stage.page(Stage.reader(), "/monitoring/devices.csv?q=" + site.mn())
                        .body())
                .contains(site.mn() + ",");
    }

    @Test
    void registersADeviceOnAFormThatKeepsWhatWasTyped() {
        Site site = stage.registered();
        String choice = site.unit() + "/" + site.permit() + "/" + site.outlet();
        assertThat(bothLanguages(Stage.admin(), "/monitoring/devices/new")).contains(choice);

        HttpResponse<String> wrong = stage.submit(
                Stage.admin(),
                "/monitoring/devices",
                form("site", choice, "mn", "a b", "password", "", "reportIntervalSeconds", "5"));
        assertThat(wrong.body())
                .contains("请改正以下内容", "MN 应为1到24位字母或数字", "应为30到3600的整数", "value=\"a b\"", "href=\"#password\"")
                .contains("value=\"" + choice + "\" selected=\"selected\"");
        HttpResponse<String> taken = stage.submit(
                Stage.admin(),
                "/monitoring/devices",
                form("site", choice, "mn", site.mn(), "password", PASSWORD, "reportIntervalSeconds", "60"));
        assertThat(taken.body()).contains("已经登记");

        String mn = "C" + site.mn().substring(1);
        HttpResponse<String> right = stage.submit(
                Stage.admin(),
                "/monitoring/devices",
                form("site", choice, "mn", mn, "password", PASSWORD, "reportIntervalSeconds", "60"));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(right.headers().firstValue("Location").orElseThrow()).endsWith("/monitoring/devices/" + mn);
        String tests = "/monitoring/devices/" + mn + "/tests";
        assertThat(stage.submit(
                                Stage.approver(),
                                tests,
                                form("version", "0", "testedOn", "2126-01-01", "report", "YS-9"))
                        .body())
                .contains("请改正以下内容", "href=\"#passed\"", "value=\"YS-9\"");
        stage.submit(
                Stage.approver(),
                tests,
                form("version", "0", "testedOn", "2026-03-01", "report", "YS-9", "passed", "true"));
        assertThat(bothLanguages(Stage.admin(), "/monitoring/devices/" + mn))
                .contains("已验收", "YS-9", "env-device-approver");
        stage.submit(Stage.admin(), "/monitoring/devices/" + mn + "/in-service", form("version", "1"));
        assertThat(page(Stage.reader(), "/monitoring/devices/" + mn)).contains("在用");
        String outOfService = "/monitoring/devices/" + mn + "/out-of-service";
        assertThat(stage.submit(
                                Stage.admin(),
                                outOfService,
                                form("version", "0", "kind", "fault", "reason", "kept as typed"))
                        .body())
                .contains("请改正以下内容", "别人已经修改", ">kept as typed</textarea>");
        assertThat(stage.submit(Stage.admin(), outOfService, form("version", "2", "kind", "fault"))
                        .body())
                .contains("请改正以下内容", "href=\"#reason\"");
        stage.submit(Stage.admin(), outOfService, form("version", "2", "kind", "fault", "reason", "光源损坏"));
        assertThat(bothLanguages(Stage.admin(), "/monitoring/devices/" + mn))
                .contains("停用", "光源损坏", "修复期限", "每天不少于4次", "登记手工采样");
    }

    @Test
    void showsTheDutyOfficerWhatWasTakenAndIsOfNoUse() {
        Site site = stage.inService();
        send(site, "2011", "w01018-Rtd=38.4,w01018-Flag=N");
        await().untilAsserted(() -> assertThat(bothLanguages(Stage.duty(), "/monitoring/rejected"))
                .contains(site.mn(), "没有 DataTime，或其格式不对", "w01018-Rtd=38.4")
                .doesNotContain("PW=" + PASSWORD));
        assertThat(page(Stage.duty(), "/monitoring/todo"))
                .contains("无法使用的数据包", "/monitoring/alerts?kind=unusable&amp;q=" + site.mn())
                .containsPattern("没有 DataTime，或其格式不对，24小时内\\d+个");
        assertThat(page(Stage.reader(), "/monitoring/todo")).doesNotContain("kind=unusable");
    }

    @Test
    void letsTheDutyOfficerSeeToARefusal() {
        String mn = "EEEE0001";
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment("20260301083000120", "2011", "1", mn, "")));
            device.answer();
        }
        await().untilAsserted(() ->
                assertThat(page(Stage.duty(), "/monitoring/refusals?q=" + mn)).contains("未登记的设备", "127.0.0.1"));
        long id = jdbc.sql("select id from refusal where mn = :mn")
                .param("mn", mn)
                .query(Long.class)
                .single();
        String path = "/monitoring/refusals/" + id;
        assertThat(page(Stage.duty(), "/monitoring/todo")).contains(path, mn);
        assertThat(page(Stage.reader(), "/monitoring/todo")).doesNotContain(mn);
        assertThat(page(Stage.duty(), "/monitoring")).contains(path);
        assertThat(bothLanguages(Stage.duty(), path)).contains("QnRtn=4", "记为已处理");
        assertThat(page(Stage.admin(), path)).doesNotContain("记为已处理");

        assertThat(stage.submit(Stage.duty(), path + "/acknowledge", form("note", " "))
                        .body())
                .contains("请改正以下内容");
        HttpResponse<String> done = stage.submit(Stage.duty(), path + "/acknowledge", form("note", "已联系运维单位"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(stage.submit(Stage.duty(), path + "/acknowledge", form("note", "又一次"))
                        .body())
                .contains("这条拒收已经处理过");
        assertThat(page(Stage.duty(), path))
                .contains("已联系运维单位", "env-duty-officer")
                .doesNotContain("又一次");
        assertThat(page(Stage.duty(), "/monitoring/todo")).doesNotContain(mn);
        assertThat(bothLanguages(Stage.duty(), "/monitoring/refusals?state=all&q=" + mn))
                .contains("已处理");
        assertThat(stage.page(Stage.duty(), "/monitoring/refusals.csv?state=all&q=" + mn)
                        .body())
                .contains("未登记的设备," + mn + ",127.0.0.1,1,");
        assertThat(audit.about("refusal/" + id)).extracting(AuditEntry::action).containsExactly("refusal.acknowledged");

        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment("20260301083000120", "2011", "1", mn, "")));
            device.answer();
        }
        await().untilAsserted(
                        () -> assertThat(page(Stage.duty(), "/monitoring/todo")).contains(mn));
    }

    @Test
    void showsBadFramesAsBytes() {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send("##0010PW=987654;0000\r\n");
            await().untilAsserted(() -> assertThat(bothLanguages(Stage.duty(), "/monitoring/rejected"))
                    .contains("校验错误", "23 23 30 30 31 30", "##0010PW=******")
                    .doesNotContain("987654"));
        }
        assertThat(bothLanguages(Stage.duty(), "/monitoring/rejected?remote=10.9.9.9"))
                .contains("没有坏报文");
        assertThat(stage.page(Stage.duty(), "/monitoring/rejected.csv?reason=bad-crc")
                        .body())
                .contains("127.0.0.1,校验错误,", "##0010PW=******");
    }
}
