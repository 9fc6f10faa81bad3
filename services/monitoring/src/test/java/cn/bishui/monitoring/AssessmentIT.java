package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.contracts.monitoring.SourceAssessed;
import cn.bishui.contracts.monitoring.WaterBodyAssessed;
import cn.bishui.contracts.monitoring.WaterBodyGraded;
import cn.bishui.monitoring.source.MissSources;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From released samples to the assessments of periods, waters, sources, wells and black-odorous bodies, and to the report. */
@MonitoringIT
class AssessmentIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String EXPECTED_CERTIFICATE = "SG-ASSESS";

    private final Stage stage;
    private final FactProbe probe;
    private final MissSources missSources;
    private final Clock clock;

    AssessmentIT(Stage stage, FactProbe probe, MissSources missSources, Clock clock) {
        this.stage = stage;
        this.probe = probe;
        this.missSources = missSources;
        this.clock = clock;
    }

    private static String as(String who, String... roles) {
        return Tokens.as(who, Bureau.ENV, roles);
    }

    private static String analyst() {
        return as("assess-analyst", "monitoring.analyst");
    }

    private static String reviewer(int number) {
        return as("assess-reviewer-" + number, "monitoring.reviewer");
    }

    private static String head() {
        return as("assess-head", "monitoring.lab-head");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, path, json);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Stage.json().nullNode() : Stage.json().readTree(answer.body());
    }

    private static String code(String prefix) {
        return "%s-A%03d".formatted(prefix, NUMBER.incrementAndGet());
    }

    /** Proposes a site, has it approved and puts it in use from 2025 on. */
    private String site(String code, String kind, String rest) {
        String planner = as("assess-planner", "monitoring.network-editor");
        done(
                planner,
                "/network",
                "{\"code\":\"%s\",\"kind\":\"%s\",\"name\":\"%s示例\",\"level\":\"district\"%s}"
                        .formatted(code, kind, code, rest),
                201);
        done(
                as("assess-approver", "monitoring.network-approver"),
                "/network/" + code + "/approve",
                "{\"version\":0}",
                200);
        done(planner, "/network/" + code + "/activate", "{\"version\":1,\"from\":\"2025-01-01\"}", 200);
        return code;
    }

    private String water(String rest) {
        return site(code("W"), "water-body", ",\"waterType\":\"river\"" + rest);
    }

    private String section(String water) {
        return site(
                code("S"),
                "section",
                ",\"parent\":\"%s\",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3".formatted(water));
    }

    private void certify() {
        HttpResponse<String> answer = stage.post(head(), "/certificates", """
                {"number":"%s","person":"assess-analyst","items":"","validFrom":"2025-01-01","validTo":"2099-12-31"}""".formatted(EXPECTED_CERTIFICATE));
        assertThat(answer.statusCode()).isIn(201, 409);
    }

    /** Takes a sample through all its stages; values as JSON, empty for ice. */
    private String released(String site, String day, String values) {
        String number = done(
                        analyst(),
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"%s\",\"condition\":\"%s\",\"note\":\"封冻\"}"
                                .formatted(site, day, values.isEmpty() ? "ice" : "normal"),
                        201)
                .get("sample")
                .get("number")
                .asString();
        int version = 0;
        if (!values.isEmpty()) {
            enter(number, 0, day, values);
            version = 1;
        }
        release(number, version);
        return number;
    }

    private void enter(String number, int version, String day, String values) {
        HttpResponse<String> entered = stage.put(
                analyst(),
                "/samples/" + number + "/values",
                "{\"version\":%d,\"analysedOn\":\"%s\",\"values\":{%s}}".formatted(version, day, values));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
    }

    private void release(String number, int version) {
        done(analyst(), "/samples/" + number + "/submit", "{\"version\":%d}".formatted(version), 200);
        for (int i = 1; i <= 3; i++) {
            done(reviewer(i), "/samples/" + number + "/review", "{\"version\":%d}".formatted(version + i), 200);
        }
        done(head(), "/samples/" + number + "/release", "{\"version\":%d}".formatted(version + 4), 200);
    }

    private void correct(String number, String day, String values) {
        done(head(), "/samples/" + number + "/correct", "{\"version\":6,\"reason\":\"读数有误\"}", 200);
        enter(number, 7, day, values);
        release(number, 8);
    }

    private static String quality(String ammonia) {
        return "\"pH\":7.4,\"DO\":7.1,\"CODMn\":3.2,\"NH3-N\":%s,\"TP\":0.09".formatted(ammonia);
    }

    private SectionAssessed told(String section, String period, int revision) {
        return probe.await(
                SectionAssessed.class,
                fact -> fact.section().equals(section) && fact.period().equals(period) && fact.revision() == revision);
    }

    private WaterBodyAssessed toldOf(String water, String period, int revision) {
        return probe.await(
                WaterBodyAssessed.class,
                fact -> fact.waterBody().equals(water) && fact.period().equals(period) && fact.revision() == revision);
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
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    @Test
    void revisesMonthQuarterYearAndWaterWithACorrectionAndTellsEachOnce() {
        certify();
        String water = water("");
        String section = section(water);
        String april = released(section, "2025-04-08", quality("1.8"));
        released(section, "2025-05-08", quality("0.6"));

        assertThat(told(section, "2025-04", 1).waterClass()).isEqualTo(5);
        assertThat(told(section, "2025-Q2", 1).withoutValue()).isEqualTo("too-few");
        SectionAssessed quarter = told(section, "2025-Q2", 2);
        assertThat(quarter.waterClass()).isEqualTo(4);
        assertThat(quarter.provisional()).isTrue();
        assertThat(toldOf(water, "2025-Q2", 2).waterClass()).isEqualTo(4);

        correct(april, "2025-04-08", quality("0.4"));
        assertThat(told(section, "2025-04", 2).waterClass()).isEqualTo(2);
        // (0.4 + 0.6) / 2 = 0.5: class II still
        assertThat(told(section, "2025-Q2", 3).waterClass()).isEqualTo(2);
        assertThat(told(section, "2025", 3).withoutValue()).isEqualTo("too-few");
        assertThat(toldOf(water, "2025-04", 2).waterClass()).isEqualTo(2);
        WaterBodyAssessed body = toldOf(water, "2025-Q2", 3);
        assertThat(body.waterClass()).isEqualTo(2);
        assertThat(body.scope()).isEqualTo("water-body");
        assertThat(body.method()).isEqualTo("mean");
        toldOf(water, "2025", 3);

        assertThat(probe.heard(SectionAssessed.class).stream()
                        .filter(fact -> fact.section().equals(section))
                        .map(fact -> fact.period() + "/" + fact.revision()))
                .containsExactlyInAnyOrder(
                        "2025-04/1",
                        "2025-Q2/1",
                        "2025/1",
                        "2025-05/1",
                        "2025-Q2/2",
                        "2025/2",
                        "2025-04/2",
                        "2025-Q2/3",
                        "2025/3");
        assertThat(probe.heard(WaterBodyAssessed.class).stream()
                        .filter(fact -> fact.waterBody().equals(water))
                        .map(fact -> fact.period() + "/" + fact.revision()))
                .containsExactlyInAnyOrder(
                        "2025-04/1",
                        "2025-Q2/1",
                        "2025/1",
                        "2025-05/1",
                        "2025-Q2/2",
                        "2025/2",
                        "2025-04/2",
                        "2025-Q2/3",
                        "2025/3");

        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/" + section + "/2025-Q2"))
                .contains("第3版", "第1版", april + "/2", april + "/1", "2025-04、2025-05", "无数据 2025-06", "暂评");
        String table = bothLanguages(Stage.reader(), "/monitoring/assessments/" + section + "/2025-04");
        assertThat(table)
                .contains(
                        "<td class=\"n\" data-label=\"比较值\">1.80</td>",
                        "<td class=\"n\" data-label=\"限值\">≤2.0</td>",
                        "data-label=\"目标限值\"",
                        "超标0.80倍",
                        "GB 3838-2002 表1第7项",
                        "缺测16项")
                .doesNotContain("table 1 item", "参评; ");
        assertThat(page(Stage.reader(), "/monitoring/assessments/" + section + "/2025-04?lang=en"))
                .contains("GB 3838-2002 table 1 item 7", "16 items missing", "Limit of the target")
                .doesNotContain("单因子评价法");
        assertThat(page(Stage.reader(), "/monitoring/assessments?q=" + section)).contains("缺测16项");
        assertThat(page(Stage.reader(), "/monitoring/assessments/" + section)).contains("缺测16项");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/network/" + section))
                .contains("/monitoring/assessments/" + section + "\"", "/monitoring/samples?q=" + section)
                .doesNotContain("评价水质");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/waters/" + water + "/2025-Q2"))
                .contains("断面浓度均值", section + "/3");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments?span=quarter&q=" + section))
                .contains("2025-Q2", "class-2")
                .doesNotContain("2025-04<");
        assertThat(stage.page(Stage.reader(), "/monitoring/assessments/assessments.csv?period=2025-Q2&q=" + section)
                        .body())
                .contains("2025-Q2,", ",暂评,");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/waters?period=2025-Q2"))
                .contains(water + "示例", "全区");
    }

    @Test
    void assessesAYearOfEightMonthsUnderIceAndNoneOfSeven() {
        certify();
        String section = section(water(""));
        for (int month : List.of(1, 2, 3, 11, 12)) {
            released(section, "2025-%02d-05".formatted(month), "");
        }
        for (int month = 4; month <= 10; month++) {
            released(section, "2025-%02d-06".formatted(month), quality("0.%d".formatted(month)));
        }
        SectionAssessed seven = told(section, "2025", 12);
        assertThat(seven.waterClass()).isNull();
        assertThat(seven.withoutValue()).isEqualTo("too-few");
        assertThat(told(section, "2025-Q1", 3).withoutValue()).isEqualTo("ice");

        released(section, "2025-11-20", quality("0.8"));
        SectionAssessed eight = told(section, "2025", 13);
        assertThat(eight.withoutValue()).isNull();
        assertThat(eight.provisional()).isFalse();
        // (0.4 + ... + 0.9 + 0.10 + 0.8) / 8 = 0.6
        assertThat(eight.waterClass()).isEqualTo(3);
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/" + section + "/2025"))
                .contains("8 个月有数据", "冰封 2025-01、2025-02、2025-03、2025-12", "数据满足要求", "不少于8个月");

        String chart = bothLanguages(
                Stage.reader(), "/monitoring/assessments/" + section + "?from=2025-01&to=2025-12&item=w21003");
        assertThat(chart).contains("Ⅱ ≤0.5", "#0000FF", "[\"2025-01-01\",null,true]", "[\"2025-04-01\",0.40", "冰封");
        assertThat(stage.page(
                                Stage.reader(),
                                "/monitoring/assessments/" + section + "/months.csv?from=2025-01&to=2025-12")
                        .body())
                .contains("2025-01,冰封,", "2025-04,Ⅱ,Ⅲ,");
    }

    @Test
    void flagsADeclineAgainstTheBaseYearAsksWhyAndLiftsItWithACorrection() {
        certify();
        String section = section(water(""));
        done(
                head(),
                "/assessments/base",
                "{\"section\":\"%s\",\"waterClass\":2,\"source\":\"2020年环境质量报告书\",\"values\":{\"NH3-N\":0.3,\"CODMn\":3.0}}"
                        .formatted(section),
                201);
        assertThat(stage.post(
                                head(),
                                "/assessments/base",
                                "{\"section\":\"%s\",\"waterClass\":\"7\",\"source\":\"x\",\"values\":{\"氨氮\":\"坏\"}}"
                                        .formatted(section))
                        .body())
                .contains("waterClass", "values[氨氮]");
        String number = released(section, "2025-06-05", quality("0.8"));
        told(section, "2025-06", 1);

        String path = "/monitoring/assessments/" + section + "/2025-06";
        assertThat(bothLanguages(reviewer(1), path))
                .contains("与基准年（2020年）相比：Ⅱ类 → Ⅲ类", "类别下降", "降1类", "变差，待说明原因", "氨氮 0.3");
        assertThat(page(reviewer(1), "/monitoring/todo")).contains("断面变差，待说明原因");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments?declined=open&q=" + section))
                .contains("变差，待说明原因");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/base"))
                .contains("2020年环境质量报告书");

        assertThat(stage.submit(head(), path + "/measures", form("version", "0", "words", "先说措施"))
                        .body())
                .contains("请先说明原因");
        assertThat(stage.submit(reviewer(1), path + "/cause", form("version", "0", "words", "上游污水厂检修"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stage.submit(reviewer(1), path + "/cause", form("version", "0", "words", "又一个"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(stage.submit(head(), path + "/measures", form("version", "1", "words", "督促9月前恢复运行"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(bothLanguages(Stage.reader(), path)).contains("上游污水厂检修", "督促9月前恢复运行", "已定措施");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-06"))
                .contains("上游污水厂检修", "督促9月前恢复运行");

        correct(number, "2025-06-05", quality("0.3"));
        told(section, "2025-06", 2);
        assertThat(page(Stage.reader(), path)).doesNotContain("id=\"decline\"");
        assertThat(page(Stage.reader(), "/monitoring/assessments?declined=all&q=" + section))
                .doesNotContain("2025-06<");
    }

    /**
     * Six sections as published for the 2nd week of 2007 (gov.cn/ztzl/zfjcrz/content_502095.htm): pH, oxygen, permanganate index,
     * ammonia, class.
     */
    @Test
    void agreesWithPublishedClassesAndJudgesABasinByTheirShares() {
        certify();
        String basin = water("");
        String river = water(",\"parent\":\"" + basin + "\"");
        List<List<String>> published = List.of(
                List.of("6.97", "5.85", "6.3", "0.32", "4"),
                List.of("7.66", "6.03", "13.3", "1.77", "5"),
                List.of("6.59", "7.1", "3.9", "0.57", "3"),
                List.of("7.6", "9.03", "5.7", "0.75", "3"),
                List.of("6.53", "9.65", "3.9", "0.26", "2"),
                List.of("7.25", "0.03", "4.5", "0.63", "6"));
        for (int i = 0; i < published.size(); i++) {
            List<String> row = published.get(i);
            String section = section(i % 2 == 0 ? basin : river);
            released(
                    section,
                    "2025-07-10",
                    "\"pH\":%s,\"DO\":%s,\"CODMn\":%s,\"NH3-N\":%s"
                            .formatted(row.get(0), row.get(1), row.get(2), row.get(3)));
            assertThat(told(section, "2025-07", 1).waterClass())
                    .as(row.toString())
                    .isEqualTo(Integer.valueOf(row.get(4)));
        }
        WaterBodyAssessed whole = toldOf(basin, "2025-07", 6);
        assertThat(whole.scope()).isEqualTo("basin");
        assertThat(whole.method()).isEqualTo("shares");
        assertThat(whole.waterClass()).isNull();
        assertThat(whole.qualityLevel()).isEqualTo("轻度污染");
        assertThat(whole.counts()).containsExactly(0, 1, 2, 1, 1, 1);
        assertThat(whole.goodPercent()).isEqualByComparingTo(new BigDecimal("50.0"));
        assertThat(whole.worseThanVPercent()).isEqualByComparingTo(new BigDecimal("16.7"));
        assertThat(toldOf(river, "2025-07", 3).method()).isEqualTo("mean");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/waters/" + basin + "/2025-07"))
                .contains("Ⅰ~Ⅲ类 3/6 = 50.0%, 劣Ⅴ类 1/6 = 16.7%");
        assertThat(stage.post(
                                as("assess-planner", "monitoring.network-editor"),
                                "/network",
                                "{\"code\":\"%s\",\"kind\":\"section\",\"name\":\"x\",\"level\":\"district\",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3,\"parent\":\"NO-SUCH\"}"
                                        .formatted(code("S")))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void judgesSourcesByTheirTablesAndListsTheOnesWithoutData() {
        certify();
        String surface = site(
                code("Y"),
                "source",
                ",\"waterType\":\"river\",\"longitude\":126.5,\"latitude\":43.8,\"sourceKind\":\"surface\",\"supplyPerDay\":30000");
        String ground = site(
                code("Y"),
                "source",
                ",\"longitude\":126.5,\"latitude\":43.8,\"sourceKind\":\"groundwater\",\"supplyPerDay\":10000");
        released(surface, "2025-08-05", "\"pH\":7.2,\"DO\":7,\"TP\":0.24,\"粪大肠菌群\":12000,\"硫酸盐\":100");
        SourceAssessed over = probe.await(
                SourceAssessed.class,
                fact -> fact.source().equals(surface) && fact.period().equals("2025-08"));
        assertThat(over.meets()).isFalse();
        assertThat(over.exceeded())
                .containsExactly(new SourceAssessed.Exceeded("w21011", "总磷(以P计)", new BigDecimal("0.20")));
        assertThat(over.fullIndex()).isFalse();
        assertThat(over.items()).isEqualTo(4);
        assertThat(over.missing()).isEqualTo(56);
        assertThat(over.supplyPerDay()).isEqualByComparingTo("30000");
        assertThat(over.standard()).isEqualTo("GB 3838-2002");

        released(surface, "2025-09-05", "\"pH\":7.2,\"TP\":0.1,\"三溴甲烷\":0.05");
        SourceAssessed full = probe.await(
                SourceAssessed.class,
                fact -> fact.source().equals(surface) && fact.period().equals("2025"));
        assertThat(full.fullIndex()).isTrue();
        assertThat(full.meets()).isTrue();
        assertThat(full.missing()).isEqualTo(106);

        released(ground, "2025-08-05", "\"pH\":7.1,\"锰\":0.05,\"氯化物\":60");
        SourceAssessed well = probe.await(
                SourceAssessed.class,
                fact -> fact.source().equals(ground) && fact.period().equals("2025-08"));
        assertThat(well.meets()).isTrue();
        assertThat(well.standard()).isEqualTo("GB/T 14848-2017");

        YearMonth missed = YearMonth.now(clock).minusMonths(2);
        missSources.look();
        missSources.look();
        SourceAssessed missing = probe.await(
                SourceAssessed.class,
                fact -> fact.source().equals(ground) && fact.period().equals(missed.toString()));
        assertThat(missing.withoutValue()).isEqualTo("not-sampled");
        assertThat(missing.meets()).isNull();
        assertThat(probe.heard(SourceAssessed.class).stream()
                        .filter(fact ->
                                fact.source().equals(ground) && fact.period().equals(missed.toString())))
                .hasSize(1);
        assertThat(bothLanguages(Stage.reader(), "/monitoring/sources?period=" + missed))
                .contains(ground + "示例", "未监测");
        released(ground, missed.atDay(7).toString(), "\"pH\":7.1,\"锰\":0.3");
        SourceAssessed late = probe.await(
                SourceAssessed.class,
                fact -> fact.source().equals(ground)
                        && fact.period().equals(missed.toString())
                        && fact.revision() == 2);
        assertThat(late.meets()).isFalse();
        assertThat(late.waterClass()).isEqualTo(4);

        assertThat(bothLanguages(Stage.reader(), "/monitoring/sources?period=2025-08"))
                .contains("总磷(以P计)(0.20)", "达标");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/sources/" + surface + "/2025-08"))
                .contains("GB 3838-2002 table 2 item 1", "参考");
        assertThat(stage.page(Stage.reader(), "/monitoring/sources/sources.csv?period=2025-10")
                        .body())
                .contains("2025-10," + surface + "示例," + surface + ",地表水,30000,未监测");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-08"))
                .contains(surface + "示例", "水量达标率");
        assertThat(stage.api(Stage.reader(), "/sources?period=2025-08").body()).contains("\"" + surface + "\"");
    }

    @Test
    void classesEachSampleOfAWellByTheItemThatDecides() {
        certify();
        String well = site(
                code("G"),
                "well",
                ",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3,\"wellDepth\":50,\"aquifer\":\"confined\"");
        String idle = site(code("G"), "well", ",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3");
        String number = released(well, "2025-08-06", "\"pH\":7.1,\"锰\":0.5,\"铁\":0.1");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/wells?period=2025"))
                .contains(well + "示例", "class-4", "锰", "未达标", idle + "示例", "未监测");
        assertThat(stage.page(Stage.reader(), "/monitoring/wells/wells.csv?period=2025")
                        .body())
                .contains(well + "示例," + well + ",2025-08-06," + number + ",Ⅳ,锰,Ⅲ,未达标,3,");
        correct(number, "2025-08-06", "\"pH\":7.1,\"锰\":0.05,\"铁\":0.1");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/wells/samples/" + number))
                .contains("第2版", "第1版", "class-4", "GB/T 14848-2017 table 1");
        assertThat(stage.page(Stage.reader(), "/monitoring/wells/wells.csv?period=2025")
                        .body())
                .contains(number + ",Ⅰ,", "达标");
        assertThat(page(Stage.reader(), "/monitoring/assessments/report/2025-08"))
                .contains(well + "示例")
                .doesNotContain(idle + "示例");
        assertThat(page(Stage.reader(), "/monitoring/assessments/report/2025")).contains(idle + "示例");
    }

    @Test
    void saysOfAWellWhoseTargetIsClassFourWithoutNuclidesWhetherItMeetsIt() {
        certify();
        String well = site(code("G"), "well", ",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":4");
        String number = released(well, "2025-08-07", "\"pH\":7.1,\"锰\":0.5,\"总α放射性\":0.05");
        assertThat(stage.page(Stage.reader(), "/monitoring/wells/wells.csv?period=2025")
                        .body())
                .contains(number + ",Ⅳ,锰,Ⅳ,达标,3,");
    }

    @Test
    void gradesABlackOdorousWaterFromItsRounds() {
        String water = water("");
        String planner = "\"parent\":\"%s\",\"longitude\":126.6,\"latitude\":43.87".formatted(water);
        List<String> points = List.of(code("P"), code("P"), code("P"));
        points.forEach(each -> site(each, "point", "," + planner));
        String path = "/monitoring/odorous/" + water;

        StringBuilder table = new StringBuilder("点位编码\t检测日期\t透明度(cm)\t溶解氧\t氧化还原电位\t氨氮\t水深(cm)\t备注\t备注更正理由\n");
        for (String day : List.of("2025-05-03", "2025-05-07", "2025-05-11")) {
            table.append(points.get(0)).append('\t').append(day).append("\t8\t0.1\t-250\t18\t\t\t\n");
            table.append(points.get(1)).append('\t').append(day).append("\t7\t0.1\t-210\t20\t\t\t\n");
            table.append(points.get(2)).append('\t').append(day).append("\t30\t1.5\t80\t6\t20\t见底\t\n");
        }
        HttpResponse<String> refused = stage.submit(
                analyst(),
                "/monitoring/odorous/import",
                form("table", table.toString().replaceFirst("-250", "坏").replaceFirst("2025-05-07", "五月七日")));
        assertThat(refused.body()).contains("E2", "B5（检测日期）");
        assertThat(page(Stage.reader(), path)).doesNotContain("2025-05-03");
        HttpResponse<String> taken =
                stage.submit(analyst(), "/monitoring/odorous/import", form("table", table.toString()));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);

        String span = "{\"from\":\"2025-05-01\",\"to\":\"2025-05-15\"}";
        assertThat(stage.post(
                                as("assess-analyst", "monitoring.analyst", "monitoring.lab-head"),
                                "/odorous/" + water + "/grades",
                                span)
                        .statusCode())
                .isEqualTo(403);
        done(head(), "/odorous/" + water + "/grades", span, 201);
        WaterBodyGraded graded =
                probe.await(WaterBodyGraded.class, fact -> fact.waterBody().equals(water));
        assertThat(graded.grade()).isEqualTo("severe");
        assertThat(graded.points()).isEqualTo(3);
        assertThat(graded.severePoints()).isEqualTo(2);
        assertThat(graded.lightPoints()).isEqualTo(1);
        assertThat(graded.rounds()).isEqualTo(3);
        assertThat(graded.shortages()).isEmpty();
        assertThat(graded.assessment()).isEqualTo(water + "/2025-05-01/2025-05-15");
        assertThat(bothLanguages(Stage.reader(), path)).contains("重度黑臭", "清澈见底", "-210");
        assertThat(bothLanguages(analyst(), path)).contains("录入一次检测");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/odorous")).contains(water + "示例", "chip-overdue\">重度黑臭");
        assertThat(bothLanguages(analyst(), "/monitoring/odorous/import")).contains("点位编码");

        String values = form(
                "values[" + points.get(1) + "/transparency]", "40",
                "values[" + points.get(1) + "/oxygen]", "4",
                "values[" + points.get(1) + "/redox]", "90",
                "values[" + points.get(1) + "/ammonia]", "5");
        assertThat(stage.submit(analyst(), path + "/rounds", "day=2025-05-07&" + values)
                        .body())
                .contains("更正要写理由");
        for (String day : List.of("2025-05-03", "2025-05-07", "2025-05-11")) {
            assertThat(stage.submit(
                                    analyst(),
                                    path + "/rounds",
                                    "day=" + day + "&" + values + "&" + form("reason", "仪器未校准"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(bothLanguages(Stage.reader(), path)).contains("待重新评定", "重度黑臭");
        assertThat(page(head(), "/monitoring/todo")).contains("待重新评定", path + "?from=2025-05-01&amp;to=2025-05-15");
        done(head(), "/odorous/" + water + "/grades", span, 201);
        WaterBodyGraded again =
                probe.await(WaterBodyGraded.class, fact -> fact.waterBody().equals(water) && fact.revision() == 2);
        assertThat(page(Stage.reader(), path)).doesNotContain("待重新评定");
        assertThat(again.grade()).isEqualTo("light");
        assertThat(bothLanguages(Stage.reader(), path + "/2025-05-01/2025-05-15"))
                .contains("第2版", "第1版", "重度黑臭", "城市黑臭水体整治工作指南");
        assertThat(stage.page(Stage.reader(), path + "/rounds.csv?from=2025-05-01&to=2025-05-31")
                        .body())
                .contains(points.get(2) + ",2025-05-03,30,1.5,80,6,20,清澈见底,1");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-05"))
                .contains(water + "示例", "轻度黑臭");
    }

    @Test
    void reportsAMonthAQuarterAndAYear() {
        certify();
        String section = section(water(""));
        released(section, "2025-10-05", quality("1.2"));
        String frozen = section(water(""));
        released(frozen, "2025-10-05", "");
        String idle = section(water(""));
        String waiting = section(water(""));
        String number = done(
                        analyst(),
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"2025-10-05\",\"condition\":\"normal\"}".formatted(waiting),
                        201)
                .get("sample")
                .get("number")
                .asString();
        enter(number, 0, "2025-10-05", quality("0.2"));
        assertThat(page(Stage.reader(), "/monitoring/assessments/report/2025-10"))
                .contains(waiting + "示例</a>: <span>检测中");
        done(analyst(), "/samples/" + number + "/submit", "{\"version\":1}", 200);
        site(
                code("Y"),
                "source",
                ",\"waterType\":\"river\",\"longitude\":126.5,\"latitude\":43.8,\"sourceKind\":\"surface\",\"supplyPerDay\":30000");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-02"))
                .contains("水源达标率–，水量达标率–");
        YearMonth thisMonth = YearMonth.now(clock);
        assertThat(page(Stage.reader(), "/monitoring/assessments/report/" + thisMonth))
                .contains("report/" + thisMonth.minusMonths(1) + "\"", "report/" + thisMonth.getYear() + "\"")
                .doesNotContain("report/" + thisMonth.plusMonths(1) + "\"");
        assertThat(page(Stage.reader(), "/monitoring/assessments/report/2025-10?lang=en"))
                .contains("Ammonia nitrogen(0.20)")
                .doesNotContain("氨氮(0.20)");
        String month = bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-10");
        assertThat(month)
                .contains(
                        "2025年10月水环境质量月报",
                        section + "示例",
                        "氨氮(0.20)",
                        frozen + "示例</a>: <span>冰封",
                        idle + "示例</a>: <span>未监测",
                        waiting + "示例</a>: <span>待审核",
                        "（暂评，",
                        "个断面）",
                        "类别比例",
                        "/monitoring/assets/report");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025-Q4"))
                .contains("2025年第4季度水环境质量季报", section + "示例</a>: <span>数据不足");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/report/2025"))
                .contains("2025年水环境质量年报");
        assertThat(stage.page(Stage.reader(), "/monitoring/assessments/report/2025-10/sections.csv")
                        .body())
                .contains(section + "示例," + section + ",Ⅲ,Ⅳ,未达标,氨氮(0.20)");
        assertThat(stage.page(Stage.reader(), "/monitoring/assessments/report").statusCode())
                .isEqualTo(302);
        assertThat(stage.page(Stage.reader(), "/monitoring/assessments/report/2025-13")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stage.page(Stage.reader(), "/monitoring/assets/report.css").body())
                .contains("@page");
    }
}
