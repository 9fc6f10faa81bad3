package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.Bureau;
import cn.bishui.monitoring.network.Position;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.testkit.Tokens;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The network over the API and on its pages. */
@MonitoringIT
class NetworkIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stage stage;
    private final Sites sites;
    private final AuditReader audit;

    NetworkIT(Stage stage, Sites sites, AuditReader audit) {
        this.stage = stage;
        this.sites = sites;
        this.audit = audit;
    }

    private static String editor() {
        return Tokens.as("env-network-planner", Bureau.ENV, "monitoring.network-editor", "monitoring.reader");
    }

    private static String approver() {
        return Tokens.as("env-head", Bureau.ENV, "monitoring.network-approver", "monitoring.reader");
    }

    private static String both() {
        return Tokens.as("env-both", Bureau.ENV, "monitoring.network-approver", "monitoring.network-editor");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, "/network" + path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Stage.json().readTree(answer.body());
    }

    private String refused(String token, String path, String json, int status) {
        return done(token, path, json, status).path("code").asString("");
    }

    private String water() {
        String code = "W-%03d".formatted(NUMBER.incrementAndGet());
        done(editor(), "", """
                {"code":"%s","kind":"water-body","name":"松花江（示例）%s","waterType":"river","level":"national"}""".formatted(code, code), 201);
        return code;
    }

    private String section(String water) {
        String code = "S-%03d".formatted(NUMBER.incrementAndGet());
        done(editor(), "", """
                {"code":"%s","kind":"section","name":"示例断面%s","parent":"%s","level":"provincial",
                 "longitude":126.55,"latitude":43.84,"targetClass":3}""".formatted(code, code, water), 201);
        return code;
    }

    private String page(String token, String path) {
        HttpResponse<String> response = stage.page(token, path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        return response.body();
    }

    private String bothLanguages(String token, String path) {
        assertThat(page(token, path + (path.contains("?") ? "&" : "?") + "lang=en"))
                .contains("lang=\"en\"");
        return page(token, path);
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
    void goesThroughTheLifeOfASectionAndKeepsWhatItWas() {
        String code = section(water());
        JsonNode proposed = done(approver(), "/" + code + "/approve", "{\"version\":0}", 200);
        assertThat(proposed.get("site").get("state").asString()).isEqualTo("approved");
        assertThat(proposed.get("site").get("waterType").asString()).isEqualTo("river");
        done(editor(), "/" + code + "/activate", "{\"version\":1,\"from\":\"2026-01-01\"}", 200);
        done(approver(), "/" + code + "/move", """
                {"version":2,"from":"2026-07-01","reason":"桥梁施工","longitude":126.60,"latitude":43.90}""", 200);
        done(approver(), "/" + code + "/amend", """
                {"version":3,"from":"2026-10-01","reason":"目标提高","name":"新断面","level":"national","targetClass":2}""", 200);
        JsonNode ended =
                done(approver(), "/" + code + "/end", "{\"version\":4,\"from\":\"2026-12-31\",\"reason\":\"撤销\"}", 200);
        assertThat(ended.get("site").get("state").asString()).isEqualTo("ended");
        assertThat(ended.get("versions")).hasSize(6);

        assertThat(sites.on(code, LocalDate.of(2026, 6, 30))
                        .orElseThrow()
                        .description()
                        .position())
                .isEqualTo(new Position(new BigDecimal("126.55"), new BigDecimal("43.84")));
        assertThat(sites.on(code, LocalDate.of(2026, 7, 1))
                        .orElseThrow()
                        .description()
                        .position())
                .isEqualTo(new Position(new BigDecimal("126.60"), new BigDecimal("43.90")));
        assertThat(sites.on(code, LocalDate.of(2026, 9, 30))
                        .orElseThrow()
                        .description()
                        .targetClass())
                .isEqualTo(3);
        assertThat(sites.on(code, LocalDate.of(2026, 10, 1))
                        .orElseThrow()
                        .description()
                        .name())
                .isEqualTo("新断面");
        assertThat(audit.about("site/" + code))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "site.proposed", "site.approved", "site.active", "site.moved", "site.amended", "site.ended");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network/" + code))
                .contains("已终止", "桥梁施工", "目标提高", "126.60, 43.90", "126.55, 43.84", "区环保局 env-head")
                .doesNotContain("/approve\"");
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        String water = water();
        String code = section(water);
        assertThat(refused(
                        editor(),
                        "",
                        "{\"code\":\"%s\",\"kind\":\"water-body\",\"name\":\"x\",\"waterType\":\"river\",\"level\":\"district\"}"
                                .formatted(water),
                        409))
                .isEqualTo("site.code-taken");
        assertThat(refused(
                        editor(),
                        "",
                        "{\"code\":\"R-1\",\"kind\":\"reach\",\"name\":\"x\",\"parent\":\"%s\",\"level\":\"district\"}"
                                .formatted(code),
                        409))
                .isEqualTo("site.parent-kind");
        assertThat(refused(
                        editor(),
                        "",
                        "{\"code\":\"R-1\",\"kind\":\"reach\",\"name\":\"x\",\"parent\":\"NONE\",\"level\":\"district\"}",
                        409))
                .isEqualTo("site.parent-unknown");
        HttpResponse<String> faults = stage.post(
                editor(),
                "/network",
                "{\"code\":\"a b\",\"kind\":\"sea\",\"level\":\"x\",\"targetClass\":9,\"longitude\":1}");
        assertThat(faults.statusCode()).isEqualTo(422);
        assertThat(faults.body())
                .contains("\"code\"", "\"kind\"", "\"name\"", "\"level\"", "\"targetClass\"", "经度和纬度要一起填");
        done(
                both(),
                "",
                "{\"code\":\"W-BOTH\",\"kind\":\"water-body\",\"name\":\"x\",\"waterType\":\"lake\",\"level\":\"district\"}",
                201);
        assertThat(refused(both(), "/W-BOTH/approve", "{\"version\":0}", 403)).isEqualTo("site.four-eyes");
        assertThat(stage.post(approver(), "/network/" + code + "/approve", "{\"version\":7}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(stage.post(approver(), "/network/nowhere/approve", "{\"version\":0}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void drawsTheZonesOfASource() {
        done(editor(), "", """
                {"code":"Y-1","kind":"source","name":"示例水源地","level":"district","longitude":126.5,"latitude":43.8,
                 "sourceKind":"surface","supplyPerDay":30000,"population":120000,"targetClass":3}""", 201);
        JsonNode drawn = done(editor(), "/Y-1/zones", """
                {"level":"level1","from":"2026-01-10","reason":"取水口上游1000米","area":1.2,
                 "outline":"{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[126.4,43.7],[126.6,43.7],[126.6,43.9],[126.4,43.7]]]}"}""", 201);
        long id = drawn.get("zones").get(0).get("id").asLong();
        String path = "/Y-1/zones/" + id + "/advance";
        done(editor(), path, "{\"version\":0,\"from\":\"2026-02-01\"}", 200);
        done(editor(), path, "{\"version\":1,\"from\":\"2026-03-01\"}", 200);
        done(editor(), path, "{\"version\":2,\"from\":\"2026-04-01\"}", 200);
        String approve = "/Y-1/zones/" + id + "/approve";
        String document = "{\"version\":3,\"from\":\"2026-05-01\",\"document\":\"吉政函〔2026〕1号\"}";
        assertThat(refused(editor(), path, document, 409)).isEqualTo("zone.province");
        assertThat(refused(approver(), approve, "{\"version\":3,\"from\":\"2026-05-01\"}", 422))
                .isEqualTo("zone.document");
        done(approver(), approve, document, 200);
        assertThat(bothLanguages(editor(), "/monitoring/network/Y-1"))
                .contains("一级保护区", "省政府已批准", "吉政函〔2026〕1号", "记为：已设标志", "1.2");
        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?site=Y-1"))
                .contains("\"Polygon\"", "一级保护区", "[126.5,43.8]");
        assertThat(refused(
                        editor(),
                        "/" + section(water()) + "/zones",
                        "{\"level\":\"quasi\",\"from\":\"2026-01-10\",\"reason\":\"x\"}",
                        409))
                .isEqualTo("zone.no-source");
        assertThat(stage.post(
                                editor(),
                                "/network/Y-1/zones",
                                "{\"level\":\"level1\",\"from\":\"2026-01-10\",\"reason\":\"x\",\"outline\":\"{\\\"type\\\":\\\"Point\\\"}\"}")
                        .body())
                .contains("Polygon");
    }

    @Test
    void drawsWhereAWaterRunsBelowThePointsOfEveryMap() {
        String water = water();
        String path = "/" + water + "/course";
        String line =
                "{\"shape\":\"{\\\"type\\\":\\\"LineString\\\",\\\"coordinates\\\":[[126.51,%s],[126.6,43.88]]}\",\"reason\":\"%s\"}";
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network" + path))
                .contains("还没有绘制走向")
                .doesNotContain("<textarea");
        assertThat(stage.post(editor(), "/network" + path, line.formatted("143.9", "水利普查"))
                        .body())
                .contains("[126.51,143.9] 不是经纬度");
        assertThat(stage.post(
                                editor(),
                                "/network" + path,
                                "{\"shape\":\"{\\\"type\\\":\\\"Point\\\",\\\"coordinates\\\":[126,43]}\",\"reason\":\"x\"}")
                        .body())
                .contains("线或面");
        assertThat(stage.post(editor(), "/network" + path, line.formatted("43.9", ""))
                        .body())
                .contains("\"field\":\"reason\"");
        assertThat(refused(editor(), "/" + section(water) + "/course", line.formatted("43.9", "x"), 409))
                .isEqualTo("course.no-water");
        done(editor(), path, line.formatted("43.9", "水利普查"), 201);
        done(editor(), path, line.formatted("43.91", "改道"), 201);
        assertThat(bothLanguages(editor(), "/monitoring/network" + path)).contains("水利普查", "改道", "<textarea", "43.91");
        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?q=nothing-like-it"))
                .contains("{\"type\":\"LineString\",\"coordinates\":[[126.51,43.91],[126.6,43.88]]}")
                .doesNotContain("[126.51,43.9]");
        assertThat(page(Stage.duty(), "/monitoring/health.geojson")).contains("[126.51,43.91]");
        assertThat(audit.about("site/" + water)).extracting(AuditEntry::action).contains("course.drawn");
    }

    @Test
    void keepsWhatAZoneWasWhenItIsDrawnAnew() {
        String code = "YZ-%03d".formatted(NUMBER.incrementAndGet());
        done(editor(), "", """
                {"code":"%s","kind":"source","name":"示例水源地","level":"district","longitude":126.5,"latitude":43.8,
                 "sourceKind":"surface"}""".formatted(code), 201);
        String drawn = """
                {"level":"level1","from":"2026-01-10","reason":"%s",
                 "outline":"{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[%s,43.7],[126.6,43.7],[126.6,43.9],[%s,43.7]]]}"}""";
        String zones = "/" + code + "/zones";
        long former = done(editor(), zones, drawn.formatted("上游1000米", "126.4", "126.4"), 201)
                .get("zones")
                .get(0)
                .get("id")
                .asLong();
        submitted(zones + "/" + former);
        done(
                approver(),
                zones + "/" + former + "/approve",
                "{\"version\":3,\"from\":\"2026-02-01\",\"document\":\"吉政函1号\"}",
                200);
        JsonNode both =
                done(editor(), zones + "/" + former + "/redraw", drawn.formatted("上游2000米", "126.1", "126.1"), 201);
        assertThat(both.get("zones")).hasSize(2);
        long next = both.get("zones").get(1).get("id").asLong();
        assertThat(refused(editor(), zones + "/" + former + "/redraw", drawn.formatted("x", "126.2", "126.2"), 409))
                .isEqualTo("zone.redrawn");
        submitted(zones + "/" + next);
        assertThat(refused(
                        approver(),
                        zones + "/" + next + "/approve",
                        "{\"version\":3,\"from\":\"%s\",\"document\":\"吉政函9号\"}"
                                .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                        .plusDays(2)),
                        422))
                .isEqualTo("zone.ahead");
        done(
                approver(),
                zones + "/" + next + "/approve",
                "{\"version\":3,\"from\":\"2026-06-01\",\"document\":\"吉政函9号\"}",
                200);

        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?site=" + code))
                .contains("126.1")
                .doesNotContain("126.4");
        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?site=" + code + "&zone=" + former))
                .contains("126.4")
                .doesNotContain("126.1");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network/" + code + "/zones/" + former))
                .contains("上游1000米", "吉政函1号", "有效至", "吉政函9号")
                .doesNotContain("/redraw");
        assertThat(bothLanguages(editor(), "/monitoring/network/" + code + "/zones/" + next))
                .contains("上游2000米", "/zones/" + former, "/redraw");
        HttpResponse<String> wrong = stage.submit(
                approver(),
                "/monitoring/network/" + code + "/zones/" + next + "/end",
                form("version", "4", "from", "2026-09-30", "document", ""));
        assertThat(wrong.body()).contains("撤销要填文号");
        HttpResponse<String> ended = stage.submit(
                approver(),
                "/monitoring/network/" + code + "/zones/" + next + "/end",
                form("version", "4", "from", "2026-09-30", "document", "吉政函12号"));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?site=" + code))
                .doesNotContain("Polygon");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network/" + code))
                .contains("上游1000米", "上游2000米", "保护区失效", "吉政函12号");
    }

    private void submitted(String zone) {
        for (int version = 0; version < 3; version++) {
            done(editor(), zone + "/advance", "{\"version\":%d,\"from\":\"2026-01-20\"}".formatted(version), 200);
        }
    }

    @Test
    void letsNobodyNoteTheApprovalOfAZoneOfTheirOwn() {
        String code = "YZ-%03d".formatted(NUMBER.incrementAndGet());
        done(both(), "", """
                {"code":"%s","kind":"source","name":"示例水源地","level":"district","longitude":126.5,"latitude":43.8,
                 "sourceKind":"surface"}""".formatted(code), 201);
        long id = done(
                        both(),
                        "/" + code + "/zones",
                        "{\"level\":\"quasi\",\"from\":\"2026-01-10\",\"reason\":\"x\"}",
                        201)
                .get("zones")
                .get(0)
                .get("id")
                .asLong();
        submitted("/" + code + "/zones/" + id);
        assertThat(refused(
                        both(),
                        "/" + code + "/zones/" + id + "/approve",
                        "{\"version\":3,\"from\":\"2026-05-01\",\"document\":\"吉政函1号\"}",
                        403))
                .isEqualTo("zone.four-eyes");
    }

    @Test
    void listsFindsAndDownloads() {
        String water = water();
        String code = section(water);
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network?kind=section&state=proposed&q=" + code))
                .contains(code, "省控", "待批准", "第1–1条，共1条", "/monitoring/network/map.geojson?kind=section")
                .doesNotContain("/monitoring/network/new");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network?q=nothing-like-it"))
                .contains("没有符合条件的点位");
        assertThat(stage.page(Stage.reader(), "/monitoring/network/sites.csv?q=" + code)
                        .body())
                .contains(code + ",示例断面" + code + ",断面,省控,松花江（示例）" + water + ",3,126.55,43.84,待批准,,");
        assertThat(stage.api(Stage.reader(), "/network?state=in-use&q=" + code).body())
                .contains("\"total\":0");
        assertThat(page(Stage.reader(), "/monitoring/network/map.geojson?q=" + code))
                .contains("[126.55,43.84]", "\"circle\"");
        assertThat(bothLanguages(approver(), "/monitoring/todo")).contains("/monitoring/network/" + code);
        assertThat(page(editor(), "/monitoring/todo")).doesNotContain("/monitoring/network/" + code);
        done(approver(), "/" + code + "/approve", "{\"version\":0}", 200);
        assertThat(bothLanguages(editor(), "/monitoring/todo")).contains("点位已批准，待启用", "/monitoring/network/" + code);
        assertThat(page(approver(), "/monitoring/todo")).doesNotContain("/monitoring/network/" + code);
    }

    @Test
    void proposesOnAFormThatKeepsWhatWasTyped() {
        String water = water();
        assertThat(bothLanguages(editor(), "/monitoring/network/new?kind=section"))
                .contains(water, "所属");
        String wrong = stage.submit(
                        editor(),
                        "/monitoring/network",
                        form(
                                "kind",
                                "section",
                                "code",
                                "S-FORM",
                                "name",
                                "",
                                "parent",
                                water,
                                "level",
                                "district",
                                "longitude",
                                "43",
                                "latitude",
                                "126"))
                .body();
        assertThat(wrong).contains("请改正以下内容", "href=\"#name\"", "经纬度是否写反", "value=\"S-FORM\"");
        HttpResponse<String> right = stage.submit(
                editor(),
                "/monitoring/network",
                form(
                        "kind",
                        "section",
                        "code",
                        "s-form",
                        "name",
                        "表单断面",
                        "parent",
                        water,
                        "level",
                        "district",
                        "longitude",
                        "126.5",
                        "latitude",
                        "43.8",
                        "targetClass",
                        "4"));
        assertThat(right.headers().firstValue("Location").orElseThrow()).endsWith("/monitoring/network/S-FORM");
        assertThat(bothLanguages(editor(), "/monitoring/network/S-FORM/edit")).contains("value=\"表单断面\"");
        stage.submit(
                editor(),
                "/monitoring/network/S-FORM/edit",
                form(
                        "version",
                        "0",
                        "kind",
                        "section",
                        "name",
                        "改名断面",
                        "parent",
                        water,
                        "level",
                        "district",
                        "longitude",
                        "126.5",
                        "latitude",
                        "43.8",
                        "targetClass",
                        "4"));
        stage.submit(approver(), "/monitoring/network/S-FORM/approve", form("version", "1"));
        stage.submit(editor(), "/monitoring/network/S-FORM/activate", form("version", "2", "from", "2026-03-01"));
        String stale = stage.submit(
                        approver(),
                        "/monitoring/network/S-FORM/move",
                        form(
                                "version",
                                "1",
                                "from",
                                "2026-04-01",
                                "reason",
                                "kept as typed",
                                "longitude",
                                "126.7",
                                "latitude",
                                "43.8"))
                .body();
        assertThat(stale).contains("别人已经修改", ">kept as typed</textarea>");
        stage.submit(
                approver(),
                "/monitoring/network/S-FORM/amend",
                form(
                        "version",
                        "3",
                        "from",
                        "2026-04-01",
                        "reason",
                        "更名",
                        "name",
                        "再改名",
                        "level",
                        "municipal",
                        "targetClass",
                        "3"));
        stage.submit(
                approver(),
                "/monitoring/network/S-FORM/end",
                form("version", "4", "from", "2026-05-01", "reason", "撤销"));
        assertThat(page(Stage.reader(), "/monitoring/network/S-FORM")).contains("再改名", "市控", "已终止");
    }
}
