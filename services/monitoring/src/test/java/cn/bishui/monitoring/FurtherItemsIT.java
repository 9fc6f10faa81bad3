package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.monitoring.source.MissSources;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Levels of wells and chemicals that no standard limits: from entering to release, page and download; nothing is assessed by them. */
@MonitoringIT
class FurtherItemsIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String QUALITY = "\"pH\":7.4,\"DO\":7.1,\"CODMn\":3.2,\"NH3-N\":1.42,\"TP\":0.09";
    private static final String CHEMICALS = ",\"双酚A\":0.12,\"PFOS\":\"4.1\",\"17β-雌二醇\":\"0.5L\"";

    private final Stage stage;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final MissSources missSources;
    private final Clock clock;

    FurtherItemsIT(Stage stage, FactProbe probe, JdbcClient jdbc, MissSources missSources, Clock clock) {
        this.stage = stage;
        this.probe = probe;
        this.jdbc = jdbc;
        this.missSources = missSources;
        this.clock = clock;
    }

    private static String as(String who, String... roles) {
        return Tokens.as(who, Bureau.ENV, roles);
    }

    private static String analyst() {
        return as("further-analyst", "monitoring.analyst");
    }

    private static String head() {
        return as("further-head", "monitoring.lab-head");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, path, json);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Stage.json().nullNode() : Stage.json().readTree(answer.body());
    }

    private String site(String kind, String rest) {
        String code = "FI-%s-%03d".formatted(kind.substring(0, 2).toUpperCase(Locale.ROOT), NUMBER.incrementAndGet());
        String planner = as("further-planner", "monitoring.network-editor");
        done(
                planner,
                "/network",
                "{\"code\":\"%s\",\"kind\":\"%s\",\"name\":\"%s示例\",\"level\":\"district\"%s}"
                        .formatted(code, kind, code, rest),
                201);
        done(
                as("further-approver", "monitoring.network-approver"),
                "/network/" + code + "/approve",
                "{\"version\":0}",
                200);
        done(planner, "/network/" + code + "/activate", "{\"version\":1,\"from\":\"2025-01-01\"}", 200);
        return code;
    }

    private String section(String waterType) {
        String water = site("water-body", ",\"waterType\":\"%s\"".formatted(waterType));
        return site(
                "section",
                ",\"parent\":\"%s\",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3".formatted(water));
    }

    private String well() {
        return site("well", ",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3");
    }

    private String source(String kind) {
        return site(
                "source",
                ",\"longitude\":126.5,\"latitude\":43.8,\"sourceKind\":\"%s\",\"supplyPerDay\":1000".formatted(kind));
    }

    private void certify(String person, String items) {
        HttpResponse<String> answer = stage.post(head(), "/certificates", """
                {"number":"FI-%s","person":"%s","items":"%s","validFrom":"2025-01-01","validTo":"2099-12-31"}""".formatted(person, person, items));
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
    }

    private String taken(String token, String site, String day) {
        return done(
                        token,
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"%s\",\"condition\":\"normal\"}".formatted(site, day),
                        201)
                .get("sample")
                .get("number")
                .asString();
    }

    private HttpResponse<String> enter(String token, String number, int version, String day, String values) {
        return stage.put(
                token,
                "/samples/" + number + "/values",
                "{\"version\":%d,\"analysedOn\":\"%s\",\"values\":{%s}}".formatted(version, day, values));
    }

    private void entered(String number, int version, String day, String values) {
        HttpResponse<String> answer = enter(analyst(), number, version, day, values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void release(String number, int version) {
        done(analyst(), "/samples/" + number + "/submit", "{\"version\":%d}".formatted(version), 200);
        for (int i = 1; i <= 3; i++) {
            done(
                    as("further-reviewer-" + i, "monitoring.reviewer"),
                    "/samples/" + number + "/review",
                    "{\"version\":%d}".formatted(version + i),
                    200);
        }
        done(head(), "/samples/" + number + "/release", "{\"version\":%d}".formatted(version + 4), 200);
    }

    private String released(String site, String day, String values) {
        certify("further-analyst", "");
        String number = taken(analyst(), site, day);
        entered(number, 0, day, values);
        release(number, 1);
        return number;
    }

    private void correct(String number, String day, String values) {
        done(head(), "/samples/" + number + "/correct", "{\"version\":6,\"reason\":\"读数有误\"}", 200);
        entered(number, 7, day, values);
        release(number, 8);
    }

    private String page(String path) {
        HttpResponse<String> response = stage.page(Stage.reader(), path);
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        return response.body();
    }

    private String bothLanguages(String path) {
        assertThat(page(path + (path.contains("?") ? "&" : "?") + "lang=en")).contains("lang=\"en\"");
        return page(path);
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

    private List<Map<String, Object>> rows(String sql, String site) {
        return jdbc.sql(sql).param("site", site).query().listOfRows();
    }

    /** All that is known of a section but its own name, its samples' numbers and when it was assessed. */
    private List<Map<String, Object>> assessments(String section) {
        return rows("""
                        select period, revision, latest, water_class, meets_target, main_pollutants, evaluated, missing,
                            without_value, provisional, found::text as found, replace(working, :site, '') as working
                        from assessment where site = :site order by period, revision""", section);
    }

    @Test
    void aChemicalGoesFromItsFieldToReleasePageAndDownload() {
        certify("further-analyst", "");
        String section = section("river");
        String number = taken(analyst(), section, "2025-06-05");
        String form = stage.page(analyst(), "/monitoring/samples/" + number).body();
        assertThat(form)
                .contains("水位与化学品", "values[双酚A]", "values[全氟辛酸]")
                .doesNotContain("values[地下水水位埋深]", "values[w24064]");
        HttpResponse<String> saved = stage.submit(
                analyst(),
                "/monitoring/samples/" + number + "/values",
                form("version", "0", "analysedOn", "2025-06-05", "method", "HJ 示例")
                        + "&values%5B" + URLEncoder.encode("双酚A", StandardCharsets.UTF_8) + "%5D=120+ng%2FL"
                        + "&values%5Bw21003%5D=0.5");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(bothLanguages("/monitoring/samples/" + number)).contains("双酚A", "0.120 µg/L", "不参与评价");
        assertThat(page("/monitoring/substances?q=" + section)).contains("没有符合条件的测得值");

        release(number, 1);
        assertThat(bothLanguages("/monitoring/substances?q=" + section))
                .contains("双酚A", "80-05-7", "0.120 µg/L", "/monitoring/samples/" + number, section + "示例", "HJ 示例")
                .doesNotContain("氨氮");
        assertThat(page("/monitoring/substances?q=" + section + "&year=2025&substance=80-05-7"))
                .contains("0.120 µg/L");
        assertThat(page("/monitoring/substances?q=" + section + "&year=2024")).contains("没有符合条件的测得值");
        assertThat(page("/monitoring/substances?q=" + section + "&substance=PFOA"))
                .contains("没有符合条件的测得值");
        assertThat(page("/monitoring/substances/substances.csv?q=" + section))
                .contains("化学品,CAS 号")
                .contains("双酚A,80-05-7," + section + "示例," + section + ",2025-06-05,0.120,µg/L,HJ 示例," + number);
        assertThat(stage.api(Stage.reader(), "/substances?q=" + section).body())
                .contains("\"cas\":\"80-05-7\"", "\"value\":\"0.120\"", "\"unit\":\"µg/L\"", "\"total\":1");

        correct(number, "2025-06-05", "\"w21003\":0.5,\"双酚A\":\"0.05L\"");
        assertThat(stage.api(Stage.reader(), "/substances?q=" + section).body())
                .contains("\"value\":\"0.05L\"", "\"total\":1");
        assertThat(stage.page(Tokens.as("x", Bureau.WATER, "permits.reader"), "/monitoring/substances")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListOfChemicalsIsSortedAndPagedByTheDatabase() {
        String section = section("river");
        for (int day = 1; day <= 12; day++) {
            released(section, "2025-07-%02d".formatted(day), "\"PFOS\":%d,\"BPA\":0.%d".formatted(day, day));
        }
        JsonNode second = Stage.json()
                .readTree(stage.api(Stage.reader(), "/substances?q=" + section + "&size=10&page=2&sort=day")
                        .body());
        assertThat(second.get("total").asInt()).isEqualTo(24);
        assertThat(second.get("items").get(0).get("takenOn").asString()).isEqualTo("2025-07-06");
        assertThat(page("/monitoring/substances?q=" + section + "&size=10&sort=-substance"))
                .contains("aria-sort=\"descending\"", "page=2");
    }

    @Test
    void whoIsCertifiedForOtherItemsCannotAnalyseIt() {
        certify("further-narrow", "w21003");
        String narrow = as("further-narrow", "monitoring.analyst");
        String number = taken(narrow, section("river"), "2025-06-05");
        assertThat(enter(narrow, number, 0, "2025-06-05", "\"PFOS\":4.1").body())
                .contains("sample.certificate", "全氟辛基磺酸");
        certify("further-perfluor", "全氟辛基磺酸");
        assertThat(enter(as("further-perfluor", "monitoring.analyst"), number, 0, "2025-06-05", "\"PFOS\":4.1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTableBringsThemInTheirUnitsAndItsTemplateHasTheirColumnsLast() {
        certify("further-analyst", "");
        String well = well();
        String template = stage.page(analyst(), "/monitoring/samples/import/groundwater.csv")
                .body();
        assertThat(template.lines().findFirst().orElseThrow())
                .contains("草甘膦,地下水水位埋深,地下水水位标高,壬基酚")
                .endsWith("硫丹");
        assertThat(template.lines().skip(1).findFirst().orElseThrow()).contains("µg/L,m,m,µg/L");
        assertThat(stage.page(analyst(), "/monitoring/samples/import/drinking-water.csv")
                        .body())
                .doesNotContain("双酚A");
        String head = "点位编码\t采样日期\tpH\t水位埋深(cm)\t地下水水位标高\tPFOS(μg/L)\t六氯丁二烯(mg/L)\n";
        String refused = stage.submit(
                        analyst(),
                        "/monitoring/samples/import",
                        form("water", "groundwater", "table", head + well + "\t2025-05-05\t7.1\t-20\t-3\t0.004\t\n"))
                .body();
        assertThat(refused).contains("D2（水位埋深").doesNotContain("E2（");
        assertThat(stage.submit(
                                analyst(),
                                "/monitoring/samples/import",
                                form(
                                        "water",
                                        "groundwater",
                                        "table",
                                        head + well + "\t2025-05-05\t7.1\t1230\t-3.50\t0.004\t0.0006L\n"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rows(
                        "select string_agg(item || '=' || found, ' ' order by item) as found from sample_value v join sample s on s.number = v.sample where s.site = :site",
                        well))
                .extracting(row -> String.valueOf(row.get("found")))
                .singleElement()
                .satisfies(found ->
                        assertThat(found).contains("全氟辛基磺酸=4", "地下水水位埋深=12.30", "地下水水位标高=-3.50", "w24064=0.6L"));
    }

    @Test
    void aTableOfOneWaterTakesNoSiteOfAnother() {
        certify("further-analyst", "");
        String well = well();
        String section = section("river");
        String ground = source("groundwater");
        String surface = source("surface");
        String head = "点位编码\t采样日期\tpH\tCOD\n";
        String values = "\t2025-05-05\t7.1\t12\n";
        assertThat(imported("surface-water", head + section + values + well + values + ground + values))
                .contains("A3（点位编码）：" + well + " 是地下水点位", "A4（点位编码）：" + ground + " 是地下水点位")
                .doesNotContain("2（", "COD）");
        String plain = "点位编码\t采样日期\tpH\n";
        String value = "\t2025-05-05\t7.1\n";
        assertThat(imported("groundwater", plain + surface + value + section + value))
                .contains("A2（点位编码）：" + surface + " 是地表水点位", "A3（点位编码）：" + section + " 是地表水点位");
        assertThat(imported("drinking-water", plain + ground + value)).contains("A2（点位编码）：" + ground + " 是地下水点位");
        // what only tables 2 and 3 have is measured at sources, chlorophyll in lakes
        assertThat(imported("surface-source", "点位编码\t采样日期\t铁\n" + section + "\t2025-05-05\t0.1\n"))
                .contains("C2（铁）：" + section + " 不测这个项目");
        assertThat(imported("surface-water", "点位编码\t采样日期\t叶绿素a\n" + section + "\t2025-05-05\t1\n"))
                .contains("C2（叶绿素a）：" + section + " 不测这个项目");
        for (String each : List.of(well, section, ground, surface)) {
            assertThat(rows("select number from sample where site = :site", each))
                    .isEmpty();
        }
    }

    private String imported(String water, String table) {
        return stage.submit(analyst(), "/monitoring/samples/import", form("water", water, "table", table))
                .body();
    }

    @Test
    void aSectionIsAssessedAsIfNobodyHadLookedForChemicals() {
        String plain = section("river");
        String with = section("river");
        released(plain, "2025-06-05", QUALITY);
        released(with, "2025-06-05", QUALITY + CHEMICALS);
        assertThat(assessments(with)).isEqualTo(assessments(plain)).hasSize(3);
        SectionAssessed told = probe.await(
                SectionAssessed.class,
                fact -> fact.section().equals(with) && fact.period().equals("2025-06"));
        assertThat(told.waterClass()).isEqualTo(4);

        // chemicals alone: beside a sample of the month they revise nothing, without one the month stays without data
        released(with, "2025-06-20", "\"BPA\":0.3");
        released(with, "2025-07-05", "\"BPA\":0.3");
        assertThat(assessments(with)).isEqualTo(assessments(plain));
        assertThat(page("/monitoring/assessments/" + with + "?from=2025-05&to=2025-08"))
                .doesNotContain("/monitoring/assessments/" + with + "/2025-07");
        assertThat(page("/monitoring/assessments/" + with + "/2025-06")).doesNotContain("双酚A");
    }

    @Test
    void theIndexOfALakeIsTheSameWithChemicals() {
        String lake = ",\"TN\":0.9,\"叶绿素a\":12,\"透明度\":1.1";
        String plain = section("lake");
        String with = section("lake");
        released(plain, "2025-06-05", QUALITY + lake);
        released(with, "2025-06-05", QUALITY + lake + CHEMICALS);
        assertThat(assessments(with)).isEqualTo(assessments(plain));
        // with all five indicators there is an index; what was found is what the district's CWQI is formed of
        assertThat(assessments(with))
                .filteredOn(row -> "2025-06".equals(row.get("period")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(String.valueOf(row.get("working"))).contains("TLI(∑)");
                    assertThat(String.valueOf(row.get("found")))
                            .contains("w01016")
                            .doesNotContain("双酚A", "全氟");
                });
    }

    @Test
    void aCorrectionThatLeavesChemicalsOnlyLeavesTheMonthWithoutData() {
        String section = section("river");
        String number = released(section, "2025-06-05", QUALITY);
        correct(number, "2025-06-05", "\"BPA\":0.3");
        List<Map<String, Object>> month = rows(
                "select water_class, without_value, samples from assessment where site = :site and period = '2025-06' and latest",
                section);
        assertThat(month).singleElement().satisfies(row -> {
            assertThat(row.get("water_class")).isNull();
            assertThat(row.get("without_value")).isEqualTo("not-sampled");
            assertThat(row.get("samples")).isEqualTo("");
        });
        // it has no reason as ice is one, so it counts as lacking
        assertThat(rows(
                        "select without_value, working from assessment where site = :site and period = '2025' and latest",
                        section))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("without_value")).isEqualTo("too-few");
                    assertThat(String.valueOf(row.get("working")))
                            .contains("无数据")
                            .contains("2025-06");
                });
        assertThat(bothLanguages("/monitoring/assessments/" + section + "/2025-06"))
                .contains("未监测");
    }

    @Test
    void chemicalsMakeNeitherAFullTestNorAMonthOfASource() {
        String surface = source("surface");
        released(surface, "2025-06-05", QUALITY + CHEMICALS);
        String ground = source("groundwater");
        released(ground, "2025-06-05", "\"pH\":7.1,\"锰\":0.05,\"六氯丁二烯\":0.4,\"水位埋深\":8.1");
        for (String each : List.of(surface, ground)) {
            assertThat(rows("select span, full_index, items, working from source_assessment where site = :site", each))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("span")).isEqualTo("month");
                        assertThat(row.get("full_index")).isEqualTo(false);
                        assertThat(String.valueOf(row.get("working"))).doesNotContain("双酚A", "六氯丁二烯", "水位");
                    });
        }
        assertThat(rows("select items from source_assessment where site = :site", ground))
                .extracting(row -> row.get("items"))
                .containsExactly(2);

        YearMonth missed = YearMonth.now(clock).minusMonths(2);
        String number = released(surface, missed.atDay(6).toString(), "\"BPA\":0.3");
        assertThat(rows("select period from source_assessment where site = :site", surface))
                .hasSize(1);
        missSources.look();
        assertThat(rows(
                        "select without_value, full_index, samples from source_assessment where site = :site and period = '"
                                + missed + "'",
                        surface))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("without_value")).isEqualTo("not-sampled");
                    assertThat(row.get("full_index")).isEqualTo(false);
                    assertThat(String.valueOf(row.get("samples"))).doesNotContain(number);
                });
    }

    @Test
    void aQuarterOfDrinkingWaterIsNotReportedByChemicals() {
        String source = source("surface");
        released(source, "2025-11-05", "\"BPA\":0.3");
        JsonNode point = point(source, "2025-Q4");
        assertThat(point.get("withoutValue").asString()).isEqualTo("not-reported");
        assertThat(point.get("samples")).isEmpty();
        assertThat(point.get("lastSampledOn").isNull()).isTrue();

        released(source, "2025-12-05", QUALITY + CHEMICALS);
        JsonNode reported = point(source, "2025-Q4");
        assertThat(reported.get("samples")).hasSize(1);
        assertThat(reported.get("items").asInt()).isEqualTo(5);
        assertThat(reported.get("undecided").asInt()).isZero();
    }

    private JsonNode point(String code, String quarter) {
        JsonNode file = Stage.json()
                .readTree(stage.api(Stage.reader(), "/drinking/" + quarter).body());
        return StreamSupport.stream(file.get("points").spliterator(), false)
                .map(each -> each.get("result"))
                .filter(each -> each.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLevelOfAWellHasAPageAndNoClass() {
        String well = well();
        String dip = released(well, "2025-03-05", "\"水位埋深\":12.30,\"水位标高\":-1.5");
        assertThat(rows("select * from well_assessment where site = :site", well))
                .isEmpty();
        assertThat(bothLanguages("/monitoring/wells?period=2025")).contains(well + "示例", "未分类（无评价项目）", "12.30 m");
        assertThat(page("/monitoring/wells/wells.csv?period=2025")).contains(well + "示例," + well + ",,,未分类（无评价项目）,");

        String full = released(well, "2025-08-06", "\"pH\":7.1,\"锰\":0.5,\"铁\":0.1,\"水位埋深\":\"1180 cm\"");
        String without = well();
        released(without, "2025-08-06", "\"pH\":7.1,\"锰\":0.5,\"铁\":0.1");
        String classes =
                "select water_class, decisive, meets_target, items, missing, working from well_assessment where site = :site and latest";
        assertThat(rows(classes, well)).isEqualTo(rows(classes, without)).hasSize(1);

        String path = "/monitoring/wells/" + well;
        assertThat(bothLanguages(path + "?from=2025-01-01&to=2025-12-31"))
                .contains("12.30 m", "11.80 m", "-1.5 m", "class-4", "未分类（无评价项目）", dip, full)
                .contains("\"inverse\":true", "[\"2025-03-05\",12.30,true]", "[\"2025-08-06\",11.80,true]");
        assertThat(page(path + "?from=2025-01-01&to=2025-12-31&item="
                        + URLEncoder.encode("地下水水位标高", StandardCharsets.UTF_8)))
                .contains("\"inverse\":false", "[\"2025-03-05\",-1.5,true]");
        assertThat(page(path + "/samples.csv?from=2025-01-01&to=2025-12-31"))
                .contains("地下水水位埋深 (m),地下水水位标高 (m)")
                .contains("2025-03-05," + dip + ",12.30,")
                .contains("2025-08-06," + full + ",11.80,,Ⅳ,锰,");
        JsonNode api = Stage.json()
                .readTree(stage.api(Stage.reader(), "/wells/" + well + "?from=2025-01-01&to=2025-12-31")
                        .body());
        assertThat(api.get("total").asInt()).isEqualTo(2);
        assertThat(api.get("items").get(0).get("levels").get("地下水水位埋深").asString())
                .isEqualTo("11.80");
        assertThat(stage.page(Stage.reader(), "/monitoring/wells/" + section("river"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(bothLanguages("/monitoring/wells/" + well())).contains("没有已发布的样品");

        correct(full, "2025-08-06", "\"水位埋深\":11.9");
        assertThat(rows(classes, well)).isEmpty();
        assertThat(page(path + "?from=2025-01-01&to=2025-12-31"))
                .contains("11.9 m")
                .doesNotContain("class-4");
    }

    @Test
    void whoJudgesByHimselfIsToldThatNoStandardLimitsThem() {
        HttpResponse<String> answer = stage.page(Stage.reader(), "/open/v1/judge/groundwater");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("双酚A", "地下水水位埋深");
    }
}
