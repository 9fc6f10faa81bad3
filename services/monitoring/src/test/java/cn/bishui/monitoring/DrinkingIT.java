package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.DrinkingWaterReported;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Drinking water from the source over the works to the tap: each bureau samples what is its own, a quarter is told and corrected. */
@MonitoringIT
class DrinkingIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Period quarter = Period.quarterOf(YearMonth.now(ZONE)).before();
    private final LocalDate sampled = quarter.first().plusDays(40);
    private final String api = "/drinking/" + quarter.text();
    private final String page = "/monitoring" + api;

    private final Stage stage;
    private final FactProbe probe;

    DrinkingIT(Stage stage, FactProbe probe) {
        this.stage = stage;
        this.probe = probe;
    }

    /** The people of one bureau's laboratory. */
    private record Laboratory(Bureau bureau, String prefix) {

        String analyst() {
            return as("analyst", "analyst");
        }

        String reviewer(int number) {
            return as("reviewer-" + number, "reviewer");
        }

        String head() {
            return as("head", bureau == Bureau.ENV ? "lab-head" : "head");
        }

        String analystName() {
            return bureau + "-analyst";
        }

        private String as(String who, String role) {
            return Tokens.as(
                    bureau + "-" + who,
                    bureau,
                    "monitoring." + (role.equals("lab-head") ? role : prefix + role),
                    "monitoring.reader");
        }
    }

    private static final Laboratory ENV = new Laboratory(Bureau.ENV, "");
    private static final Laboratory WATER = new Laboratory(Bureau.WATER, "supply-");
    private static final Laboratory HEALTH = new Laboratory(Bureau.HEALTH, "supply-");

    private static String planner() {
        return Tokens.as("drinking-planner", Bureau.ENV, "monitoring.network-editor", "monitoring.reader");
    }

    private static String approver() {
        return Tokens.as(
                "drinking-head",
                Bureau.ENV,
                "monitoring.network-approver",
                "monitoring.drinking-approver",
                "monitoring.reader");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, path, json);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Stage.json().nullNode() : Stage.json().readTree(answer.body());
    }

    private void inUse(String code) {
        done(approver(), "/network/" + code + "/approve", "{\"version\":0}", 200);
        done(planner(), "/network/" + code + "/activate", "{\"version\":1,\"from\":\"2025-01-01\"}", 200);
    }

    private String source(String name) {
        String code = "DY-%03d".formatted(NUMBER.incrementAndGet());
        done(planner(), "/network", """
                {"code":"%s","kind":"source","name":"%s","level":"district","longitude":126.5,"latitude":43.8,
                 "sourceKind":"groundwater","supplyPerDay":18000}""".formatted(code, name), 201);
        inUse(code);
        return code;
    }

    private String works(String source, String name) {
        String code = "DC-%03d".formatted(NUMBER.incrementAndGet());
        done(planner(), "/network", """
                {"code":"%s","kind":"works-outlet","name":"%s","parent":"%s","level":"district","longitude":126.5,"latitude":43.8,
                 "supplier":"WATER","disinfection":"hypochlorite"}""".formatted(code, name, source), 201);
        inUse(code);
        return code;
    }

    private String tap(String works, String name) {
        String code = "DL-%03d".formatted(NUMBER.incrementAndGet());
        JsonNode tap = done(planner(), "/network", """
                {"code":"%s","kind":"tap","name":"%s","parent":"%s","level":"district","longitude":126.5,"latitude":43.8}""".formatted(code, name, works), 201);
        assertThat(tap.get("site").get("disinfection").asString()).isEqualTo("hypochlorite");
        assertThat(tap.get("site").get("bureau").asString()).isEqualTo("HEALTH");
        inUse(code);
        return code;
    }

    private void certify(Laboratory of, String person) {
        done(of.head(), "/certificates", """
                {"number":"DSG-%d","person":"%s","items":"","validFrom":"2025-01-01","validTo":"2030-12-31"}""".formatted(NUMBER.incrementAndGet(), person), 201);
    }

    private HttpResponse<String> take(String token, String site) {
        return take(token, site, sampled, "normal");
    }

    private HttpResponse<String> take(String token, String site, LocalDate day, String condition) {
        return stage.post(
                token,
                "/samples",
                "{\"site\":\"%s\",\"takenOn\":\"%s\",\"condition\":\"%s\",\"note\":\"检修停水\"}"
                        .formatted(site, day, condition));
    }

    /** Releases that there was no water to take. */
    private void releasedWithoutWater(Laboratory by, String site, LocalDate day) {
        HttpResponse<String> taken = take(by.analyst(), site, day, "no-access");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String number =
                Stage.json().readTree(taken.body()).get("sample").get("number").asString();
        review(by, number, 0);
        done(by.head(), "/samples/" + number + "/release", "{\"version\":4}", 200);
    }

    private HttpResponse<String> enter(String token, String number, int version, String values) {
        return stage.put(
                token,
                "/samples/" + number + "/values",
                "{\"version\":%d,\"analysedOn\":\"%s\",\"values\":{%s}}".formatted(version, sampled, values));
    }

    private void review(Laboratory by, String number, int version) {
        done(by.analyst(), "/samples/" + number + "/submit", "{\"version\":%d}".formatted(version), 200);
        for (int i = 1; i <= 3; i++) {
            done(by.reviewer(i), "/samples/" + number + "/review", "{\"version\":%d}".formatted(version + i), 200);
        }
    }

    private String released(Laboratory by, String site, String values) {
        HttpResponse<String> taken = take(by.analyst(), site);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String number =
                Stage.json().readTree(taken.body()).get("sample").get("number").asString();
        HttpResponse<String> entered = enter(by.analyst(), number, 0, values);
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        review(by, number, 1);
        done(by.head(), "/samples/" + number + "/release", "{\"version\":5}", 200);
        return number;
    }

    private JsonNode quarter() {
        HttpResponse<String> answer = stage.api(Stage.reader(), api);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Stage.json().readTree(answer.body());
    }

    private JsonNode point(String code) {
        for (JsonNode each : quarter().get("points")) {
            if (each.get("result").get("code").asString().equals(code)) {
                return each;
            }
        }
        throw new AssertionError(code + " was dropped");
    }

    private HttpResponse<String> approve(String token, String digest, String incomplete, String correction) {
        return stage.post(
                token,
                api + "/approve",
                "{\"digest\":\"%s\",\"incompleteReason\":\"%s\",\"correctionReason\":\"%s\"}"
                        .formatted(digest, incomplete, correction));
    }

    private String digest() {
        return quarter().get("digest").asString();
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

    @Test
    void isReportedByEachBureauCompletedApprovedToldAndCorrected() {
        String source = source("示例水源A");
        String works = works(source, "示例水厂A出厂水");
        String tap = tap(works, "示例街道A龙头水");
        String silent = tap(works, "示例街道B龙头水");
        certify(ENV, ENV.analystName());
        certify(WATER, WATER.analystName());
        certify(HEALTH, HEALTH.analystName());

        released(WATER, works, "\"pH\":7.4,\"浑浊度\":0.3,\"铁\":0.05,\"游离氯\":0.6,\"臭氧\":0.1");
        String number = released(HEALTH, tap, "\"pH\":7.4,\"浑浊度\":0.4,\"铁\":0.36,\"游离氯\":0.12,\"锰\":\"0.01L\"");
        released(ENV, source, "\"pH\":7.2,\"氨氮\":0.1");

        assertThat(bothLanguages(Stage.reader(), "/monitoring/drinking/samples/" + number))
                .contains("0.36 mg/L", "≤0.3 mg/L", "超标", "GB 5749-2022 table 1", "≥0.05 mg/L");
        assertThat(stage.api(Stage.reader(), "/drinking/samples/" + number).body())
                .contains("\"limit\":\"≤0.3\",\"verdict\":\"exceeds\",\"source\":\"GB 5749-2022");

        JsonNode found = point(tap);
        assertThat(found.get("verdict").asString()).isEqualTo("failed");
        assertThat(found.get("qualifiedRate").asDouble()).isEqualTo(80.0);
        assertThat(found.get("result").get("exceeded").get(0).get("multiple").asDouble())
                .isEqualTo(0.2);
        assertThat(point(works).get("verdict").asString()).isEqualTo("met");
        assertThat(point(works).get("result").get("items").asInt()).isEqualTo(4);
        assertThat(point(silent).get("verdict").asString()).isEqualTo("not-reported");
        assertThat(point(source).get("result").get("months")).hasSize(3);

        assertThat(bothLanguages(HEALTH.head(), "/monitoring/todo")).contains("饮用水点位未报送", "个点位没有样品", page);
        assertThat(page(HEALTH.reviewer(1), "/monitoring/todo")).doesNotContain("饮用水点位未报送");
        assertThat(page(approver(), page)).contains("popovertarget=\"approve\"", "确认批准公布？");

        String seen = digest();
        assertThat(approve(ENV.head(), seen, "检修", "").body()).contains("drinking.four-eyes");
        assertThat(approve(HEALTH.head(), seen, "检修", "").statusCode()).isEqualTo(403);
        assertThat(approve(approver(), seen, "", "").body()).contains("drinking.incomplete");
        assertThat(approve(approver(), "0".repeat(64), "检修", "").statusCode()).isEqualTo(409);
        HttpResponse<String> approved = approve(approver(), seen, "示例街道B检修停水", "更正");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approve(approver(), digest(), "检修", "更正").body()).contains("drinking.nothing-new");
        DrinkingWaterReported told = probe.await(
                DrinkingWaterReported.class,
                fact -> fact.points().stream().anyMatch(each -> each.code().equals(silent)));
        assertThat(told.quarter()).isEqualTo(quarter.text());
        assertThat(told.incompleteReason()).isEqualTo("示例街道B检修停水");
        assertThat(told.points())
                .filteredOn(each -> each.code().equals(silent))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.withoutValue()).isEqualTo("not-reported");
                    assertThat(each.bureau()).isEqualTo("HEALTH");
                    assertThat(each.meets()).isNull();
                });
        assertThat(told.points())
                .filteredOn(each -> each.code().equals(tap))
                .singleElement()
                .satisfies(each -> assertThat(each.exceeded())
                        .extracting(DrinkingWaterReported.Exceeded::value)
                        .containsExactly("0.36"));

        done(HEALTH.head(), "/samples/" + number + "/correct", "{\"version\":6,\"reason\":\"铁的稀释倍数有误\"}", 200);
        assertThat(enter(HEALTH.analyst(), number, 7, "\"pH\":7.4,\"浑浊度\":0.4,\"铁\":0.26,\"游离氯\":0.12,\"锰\":\"0.01L\"")
                        .statusCode())
                .isEqualTo(200);
        review(HEALTH, number, 8);
        done(HEALTH.head(), "/samples/" + number + "/release", "{\"version\":12}", 200);
        assertThat(point(tap).get("verdict").asString()).isEqualTo("met");
        assertThat(bothLanguages(Stage.reader(), page)).contains("公布后数据有变化");
        assertThat(page(approver(), "/monitoring/todo")).contains("公布后有变化的饮用水安全状况");
        assertThat(approve(approver(), digest(), "示例街道B检修停水", "").body()).contains("drinking.correction");
        HttpResponse<String> onPage = stage.submit(
                approver(),
                page + "/approve",
                "digest=" + digest() + "&incompleteReason=" + encoded("示例街道B检修停水") + "&correctionReason="
                        + encoded("示例街道A龙头水铁更正为0.26"));
        assertThat(onPage.statusCode()).as(onPage.body()).isEqualTo(302);
        DrinkingWaterReported corrected = probe.await(
                DrinkingWaterReported.class,
                fact -> fact.quarter().equals(quarter.text()) && fact.revision() == told.revision() + 1);
        assertThat(corrected.correctionReason()).isEqualTo("示例街道A龙头水铁更正为0.26");

        assertThat(bothLanguages(Stage.reader(), page))
                .contains("示例街道A龙头水铁更正为0.26", "示例街道B龙头水", "未报送", "区卫生局")
                .doesNotContain("公布后数据有变化", "0.36 mg/L");
        assertThat(bothLanguages(Stage.reader(), page + "?revision=" + told.revision()))
                .contains("0.36 mg/L（≤0.3，超标0.20倍）");
        assertThat(page(Stage.reader(), page + "/points.csv?revision=" + told.revision()))
                .contains(silent + ",示例街道B龙头水,用户水龙头,区卫生局,0,,0,,0,,未报送", "铁 0.36 mg/L(≤0.3, 超标0.20倍)");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/drinking"))
                .contains(quarter.text(), "第" + corrected.revision() + "版");
        assertThat(stage.page(Stage.reader(), "/monitoring/drinking/2026").statusCode())
                .isEqualTo(404);

        // a further visit without water says nothing else about a tap of which there is a result
        releasedWithoutWater(HEALTH, tap, sampled.plusDays(5));
        assertThat(page(approver(), "/monitoring/todo")).doesNotContain(page);
        releasedWithoutWater(HEALTH, silent, sampled.plusDays(5));
        assertThat(page(approver(), "/monitoring/todo")).contains(page);
    }

    @Test
    void remindsOfAnEarlierQuarterThatNobodyApproved() {
        Period earlier = quarter.before().before();
        String tap = tap(works(source("示例水源E"), "示例水厂E出厂水"), "示例街道E龙头水");
        String link = "/monitoring/drinking/" + earlier.text();
        assertThat(page(approver(), "/monitoring/todo")).doesNotContain(link);
        releasedWithoutWater(HEALTH, tap, earlier.first().plusDays(20));
        assertThat(page(approver(), "/monitoring/todo"))
                .contains(link, earlier.after().last().toString());
        assertThat(page(HEALTH.head(), "/monitoring/todo")).doesNotContain(link);
        HttpResponse<String> approved = stage.post(
                approver(),
                "/drinking/" + earlier.text() + "/approve",
                "{\"digest\":\"%s\",\"incompleteReason\":\"入户受阻\",\"correctionReason\":\"\"}"
                        .formatted(Stage.json()
                                .readTree(stage.api(Stage.reader(), "/drinking/" + earlier.text())
                                        .body())
                                .get("digest")
                                .asString()));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(page(approver(), "/monitoring/todo")).doesNotContain(link);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void letsEachBureauWorkAtItsOwnPointsOnly() {
        String source = source("示例水源C");
        String works = works(source, "示例水厂C出厂水");
        String tap = tap(works, "示例街道C龙头水");
        for (Laboratory other : new Laboratory[] {ENV, WATER}) {
            HttpResponse<String> refused = take(other.analyst(), tap);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("sample.other-bureau");
        }
        assertThat(take(HEALTH.analyst(), works).body()).contains("sample.other-bureau");
        assertThat(take(HEALTH.analyst(), source).body()).contains("sample.other-bureau");
        assertThat(take(new Laboratory(Bureau.HOUSING, "supply-").analyst(), works)
                        .body())
                .contains("sample.other-bureau");

        String number = Stage.json()
                .readTree(take(HEALTH.analyst(), tap).body())
                .get("sample")
                .get("number")
                .asString();
        String person = "HEALTH-other";
        certify(ENV, person);
        assertThat(enter(Tokens.as(person, Bureau.HEALTH, "monitoring.supply-analyst"), number, 0, "\"铁\":0.1")
                        .body())
                .contains("sample.certificate");
        certify(HEALTH, HEALTH.analystName());
        assertThat(enter(ENV.analyst(), number, 0, "\"铁\":0.1").body()).contains("sample.other-bureau");
        assertThat(enter(HEALTH.analyst(), number, 0, "\"铁\":0.1").statusCode()).isEqualTo(200);
        done(HEALTH.analyst(), "/samples/" + number + "/submit", "{\"version\":1}", 200);
        assertThat(done(ENV.reviewer(1), "/samples/" + number + "/review", "{\"version\":2}", 403)
                        .toString())
                .contains("sample.other-bureau");
        assertThat(page(HEALTH.reviewer(1), "/monitoring/todo")).contains(number);
        assertThat(page(ENV.reviewer(1), "/monitoring/todo")).doesNotContain(number);
        assertThat(page(HEALTH.reviewer(1), "/monitoring/samples/" + number)).contains("/review\"");
        assertThat(page(ENV.reviewer(1), "/monitoring/samples/" + number)).doesNotContain("/review\"");
        assertThat(page(HEALTH.analyst(), "/monitoring/samples/new"))
                .contains(tap)
                .doesNotContain(works, source);
        assertThat(done(
                                HEALTH.head(),
                                "/sampling-plans",
                                "{\"sites\":[\"%s\"],\"month\":\"2026-12\",\"due\":\"2026-12-10\",\"note\":\"\"}"
                                        .formatted(works),
                                403)
                        .toString())
                .contains("sample.other-bureau");
    }

    @Test
    void takesATableOfDrinkingWaterOver() {
        String works = works(source("示例水源D"), "示例水厂D出厂水");
        String tap = tap(works, "示例街道D龙头水");
        certify(HEALTH, HEALTH.analystName());
        assertThat(page(HEALTH.analyst(), "/monitoring/samples/import/drinking-water.csv"))
                .contains("点位编码", "浑浊度", "NTU", "总大肠菌群");
        String refused = stage.upload(
                        HEALTH.analyst(),
                        "/monitoring/samples/import",
                        Map.of("water", "drinking-water"),
                        "a.csv",
                        "点位编码,采样日期,浑浊度\n%s,%s,0.4\n".formatted(works, sampled).getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(refused).contains("由区农水局采样、审核和发布");
        HttpResponse<String> taken = stage.upload(
                HEALTH.analyst(),
                "/monitoring/samples/import",
                Map.of("water", "drinking-water"),
                "a.csv",
                "点位编码,采样日期,浑浊度,总大肠菌群,臭和味\n%s,%s,0.4,未检出,无\n"
                        .formatted(tap, sampled)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        assertThat(stage.api(Stage.reader(), "/samples?q=" + tap).body()).contains("\"found\":3");
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        assertThat(done(planner(), "/network", """
                        {"code":"DX-1","kind":"works-outlet","name":"x","level":"district","longitude":126.5,"latitude":43.8,
                         "disinfection":"chlorine"}""", 422).toString()).contains("出厂水要选供水主管部门");
        assertThat(done(planner(), "/network", """
                        {"code":"DX-1","kind":"works-outlet","name":"x","level":"district","longitude":126.5,"latitude":43.8,
                         "supplier":"WATER"}""", 422).toString()).contains("请选择消毒方式");
        assertThat(done(planner(), "/network", """
                        {"code":"DX-1","kind":"works-outlet","name":"x","level":"district","longitude":126.5,"latitude":43.8,
                         "supplier":"HEALTH","disinfection":"chlorine"}""", 422).toString()).contains("请选择其中一项");
        assertThat(done(planner(), "/network", """
                        {"code":"DX-1","kind":"tap","name":"x","level":"district","longitude":126.5,"latitude":43.8}""", 422).toString()).contains("site.needs-disinfection");
        String running = Period.quarterOf(YearMonth.now(ZONE)).text();
        assertThat(stage.post(
                                approver(),
                                "/drinking/" + running + "/approve",
                                "{\"digest\":\"x\",\"incompleteReason\":\"\",\"correctionReason\":\"\"}")
                        .body())
                .contains("drinking.not-over");
        assertThat(bothLanguages(planner(), "/monitoring/network/new?kind=tap")).contains("次氯酸盐", "区农水局");
        assertThat(bothLanguages(approver(), "/monitoring/drinking/" + running)).contains("本季度结束后才能公布");
    }
}
