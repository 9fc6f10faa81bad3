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
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What waits for the officer on duty, and how the devices do. */
@MonitoringIT
class DutyIT {

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final AuditReader audit;
    private final Clock clock;

    DutyIT(Stage stage, IntakePort port, FactProbe probe, JdbcClient jdbc, AuditReader audit, Clock clock) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private void send(String mn, String cn, String data) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment("20260302000000001", cn, PASSWORD, mn, data)));
            device.answer();
        }
    }

    private String page(String token, String path) {
        HttpResponse<String> response = stage.page(token, path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        return response.body();
    }

    private int device(String mn) {
        return jdbc.sql("select id from device where mn = :mn")
                .param("mn", mn)
                .query(Integer.class)
                .single();
    }

    private static String ref(String page) {
        Matcher matcher = Pattern.compile("name=\"ref\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> acknowledge(String kind, String ref, String note) {
        return stage.submit(
                Stage.duty(),
                "/monitoring/alerts/acknowledge?q=x%26y&only=silent&state=all&sort=-since&size=50&page=7",
                "kind=" + kind + "&ref=" + URLEncoder.encode(ref, StandardCharsets.UTF_8) + "&note="
                        + URLEncoder.encode(note, StandardCharsets.UTF_8));
    }

    @Test
    void listsEverythingThatWaitsByAgeUntilSomebodyHasSeenToIt() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        String q = "?q=" + site.mn();
        assertThat(page(Stage.duty(), "/monitoring/alerts" + q)).contains("没有待处理的事项");
        send(site.mn(), "2031", "DataTime=20260301000000;w01018-Avg=58.2,w01018-Flag=N");
        probe.await(DailyLimitExceeded.class, fact -> fact.unit().equals(site.unit()));
        send(site.mn(), "2011", "w01018-Rtd=38.4,w01018-Flag=N"); // no DataTime
        try (PlayedDevice stranger = new PlayedDevice(port.number())) {
            stranger.send(Frames.of(Frames.segment("20260302000000001", "2011", "654321", site.mn(), "")));
            stranger.answer();
        }
        int device = device(site.mn());
        jdbc.sql(
                        "insert into device_silence (device, since, found_at) values (:device, now() - interval '13 hours', now())")
                .param("device", device)
                .update();
        jdbc.sql("""
                        with lost as (
                            insert into device_command (device, kind, state, ordered_by, ordered_at, ended_at, outcome, act_at)
                            values (:device, 'keep-sample', 'failed', 'env-duty-officer', now(), now() - interval '3 hours',
                                'refused-8', now()) returning id)
                        insert into record_gap (device, kind, first_record, last_record, found_at, asks, command, state,
                            ended_at)
                        select :device, 'hour-records', '2026-03-01 01:00', '2026-03-01 03:00', now(), 3, id, 'given-up',
                            now() - interval '1 hour' from lost""").param("device", device).update();
        String[] chinese = {
            "化学需氧量 2026-03-01 日均值 58.2 mg/L，超标0.16倍",
            "小时数据 2026-03-01 01:00 至 2026-03-01 03:00 未能调取",
            "留样（3015）：设备不认识该指令（QnRtn=8）",
            "如为故障，应在12小时内报告",
            "没有 DataTime，或其格式不对，24小时内1个",
            "访问密码"
        };
        await().untilAsserted(() ->
                assertThat(page(Stage.duty(), "/monitoring/alerts" + q)).contains(chinese[0], chinese[4], "拒收"));
        String all = page(Stage.duty(), "/monitoring/alerts" + q);
        assertThat(all).contains(chinese[0], chinese[1], chinese[2], chinese[3], chinese[4]);
        // the oldest first, with its age as a colour and in words
        assertThat(all.indexOf("13小时前"))
                .isBetween(0, all.indexOf("3小时前\"") < 0 ? all.indexOf(chinese[2]) : all.length());
        assertThat(all).containsPattern("chip-overdue\">13小时前").containsPattern("chip-due\">3小时前");
        assertThat(page(Stage.admin(), "/monitoring/alerts" + q + "&lang=en"))
                .contains("Daily mean over limit", "a fault is to be reported within 12 hours", "Unusable packets")
                .doesNotContain("<textarea");
        assertThat(page(Stage.duty(), "/monitoring/alerts" + q + "&kind=gap"))
                .contains(chinese[1])
                .doesNotContain(chinese[0]);
        assertThat(stage.page(Stage.duty(), "/monitoring/alerts.csv" + q).body())
                .contains(chinese[0])
                .contains("设备静默," + site.mn());

        assertThat(page(Stage.duty(), "/monitoring/todo"))
                .contains(chinese[0], chinese[1], chinese[2], chinese[3], chinese[4], site.mn())
                .contains("设备静默（已逾期）", "/monitoring/alerts?kind=silent&amp;q=" + site.mn());
        assertThat(page(Stage.duty(), "/monitoring/todo?lang=en")).contains("Silent device (overdue)");
        assertThat(page(Stage.admin(), "/monitoring/todo")).doesNotContain(chinese[0], chinese[1]);
        String shown = page(Stage.duty(), "/monitoring/alerts" + q + "&kind=silent&state=all&sort=-since&size=50");
        assertThat(shown)
                .contains("/monitoring/alerts/acknowledge?q=" + site.mn()
                        + "&amp;only=silent&amp;state=all&amp;page=1&amp;size=50&amp;sort=-since");
        String ref = ref(page(Stage.duty(), "/monitoring/alerts" + q + "&kind=silent"));
        assertThat(acknowledge("silent", ref, "").body()).contains("请改正以下内容");
        HttpResponse<String> noted = acknowledge("silent", ref, "已电话联系单位");
        assertThat(noted.statusCode()).isEqualTo(302);
        assertThat(noted.headers().firstValue("Location").orElseThrow())
                .as("as it was seen; there is but one page of it")
                .endsWith("/monitoring/alerts?q=x%26y&kind=silent&state=all&sort=-since&size=50");
        assertThat(acknowledge("silent", ref, "again").body()).contains("已有人处理");
        assertThat(acknowledge("silent", "nothing", "x").statusCode()).isEqualTo(404);
        assertThat(acknowledge("repair", "1", "x").statusCode()).isEqualTo(404);
        assertThat(page(Stage.duty(), "/monitoring/alerts" + q)).doesNotContain("13小时前");
        assertThat(page(Stage.duty(), "/monitoring/alerts" + q + "&state=all")).contains("已电话联系单位", "env-duty-officer");
        assertThat(audit.about("alert/silent/" + ref))
                .extracting(AuditEntry::action)
                .containsExactly("alert.acknowledged");
        assertThat(page(Stage.duty(), "/monitoring")).containsPattern("全部待处理（\\d+）");
    }

    @Test
    void tellsWhatIsDueWhileADeviceIsOutOfServiceOrWaitsForUse() {
        Site site = stage.inService();
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices/" + site.mn() + "/out-of-service",
                                "{\"version\":2,\"kind\":\"fault\",\"reason\":\"光源损坏\",\"beganAt\":\"2026-02-13T08:00\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(page(Stage.duty(), "/monitoring/alerts?q=" + site.mn()))
                .contains("光源损坏（报告晚于12小时）", "2026-02-27 周五 23:59", "今天已采0次", "2026-02-13 周五 14:00", "逾期");
        Site tested = stage.registered();
        stage.test(tested.mn());
        assertThat(page(Stage.duty(), "/monitoring/alerts?q=" + tested.mn())).contains("验收报告 YS-2026-1");
        assertThat(page(Stage.admin(), "/monitoring/todo")).contains("已验收设备待投用", tested.mn());
        Site registered = stage.registered();
        assertThat(page(Stage.approver(), "/monitoring/todo")).contains("设备待验收", registered.mn());
    }

    private static long number(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    @Test
    void showsTheMostPressingOfEachKindOnTheDeskAndHowManyMoreThereAre() {
        Site site = stage.inService();
        int device = device(site.mn());
        jdbc.sql("""
                        with lost as (
                            insert into device_command (device, kind, state, ordered_by, ordered_at, ended_at, outcome, act_at,
                                records_from, records_to)
                            values (:device, 'hour-records', 'failed', 'system:monitoring', now(), now(), '', now(),
                                '2026-03-01 01:00', '2026-03-01 03:00') returning id)
                        insert into record_gap (device, kind, first_record, last_record, found_at, asks, command, state, ended_at)
                        select :device, 'hour-records', '2026-03-01 01:00', '2026-03-01 03:00', now(), 3, id, 'given-up',
                            now() - interval '20 days' + make_interval(mins => each) from lost, generate_series(1, 130) as each""").param("device", device).update();
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices/" + site.mn() + "/out-of-service",
                                "{\"version\":2,\"kind\":\"fault\",\"reason\":\"光源损坏\",\"beganAt\":\"2026-02-13T08:00\"}")
                        .statusCode())
                .isEqualTo(200);
        try {
            await().untilAsserted(() -> {
                String desk = page(Stage.duty(), "/monitoring/todo");
                long more = number(desk, "还有([0-9,]+)项");
                assertThat(more).isGreaterThanOrEqualTo(30);
                assertThat(number(desk, "data-total=\"(\\d+)\"") - 1 + more)
                        .isEqualTo(number(page(Stage.duty(), "/monitoring"), "全部待处理（([0-9,]+)）"));
                assertThat(desk).contains("href=\"/monitoring/alerts\"", "故障待修复（已逾期）", "手工采样（已逾期）");
                assertThat(desk.indexOf("故障待修复（已逾期）")).isLessThan(desk.indexOf("未能调取"));
            });
        } finally {
            jdbc.sql("delete from record_gap where device = :device and asks = 3")
                    .param("device", device)
                    .update();
        }
    }

    @Test
    void showsEveryDeviceOnAMapAndAsATable() throws Exception {
        String code = stage.networkSite("active");
        Site site = stage.site();
        stage.registerAt(code, site.mn());
        stage.putInService(site.mn());
        String day = LocalDate.now(clock).minusDays(1).toString().replace("-", "");
        for (int hour : new int[] {1, 2, 3}) {
            send(
                    site.mn(),
                    "2061",
                    "DataTime=%s0%d0000;w01018-Avg=38,w01018-Flag=%s".formatted(day, hour, hour == 3 ? "D" : "N"));
        }
        send(site.mn(), "2061", "DataTime=%s010000;w01018-Avg=38,w01018-Flag=N".formatted(day));
        await().untilAsserted(() -> assertThat(stage.page(Stage.reader(), "/monitoring/health.csv?q=" + site.mn())
                        .body())
                .contains("在用,", ",3,1,2,0,126.55,43.84"));
        assertThat(page(Stage.reader(), "/monitoring/health?q=" + site.mn()))
                .contains("data-island=\"map\"", "示例断面" + code, "2/24", "正常");
        assertThat(page(Stage.reader(), "/monitoring/health?lang=en&q=" + site.mn()))
                .contains("Valid hours yesterday");
        JsonNode map = Stage.json()
                .readTree(stage.page(Stage.reader(), "/monitoring/health.geojson?q=" + site.mn())
                        .body());
        assertThat(map.get("features")
                        .get(0)
                        .get("geometry")
                        .get("coordinates")
                        .get(0)
                        .asDouble())
                .isEqualTo(126.55);
        assertThat(map.get("features").get(0).get("properties").get("shape").asString())
                .isEqualTo("circle");
        assertThat(page(Stage.reader(), "/monitoring/devices/" + site.mn())).contains("近31天的数据", "3");
        assertThat(page(Stage.reader(), "/monitoring/health?health=silent&q=" + site.mn()))
                .contains("没有符合条件的设备");
    }
}
