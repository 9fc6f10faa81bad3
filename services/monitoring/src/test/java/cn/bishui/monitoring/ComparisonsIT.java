package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Waters against their targets, the period before, the year before and the base year; trends of sections; the trophic state of
 * lakes; the index of the district. Each test has years of its own, so that the district is what the test made of it.
 */
@MonitoringIT
class ComparisonsIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stage stage;

    ComparisonsIT(Stage stage) {
        this.stage = stage;
    }

    private static String as(String who, String... roles) {
        return Tokens.as(who, Bureau.ENV, roles);
    }

    private static String analyst() {
        return as("compare-analyst", "monitoring.analyst");
    }

    private static String head() {
        return as("compare-head", "monitoring.lab-head");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, path, json);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Stage.json().nullNode() : Stage.json().readTree(answer.body());
    }

    /** Proposes a site, has it approved and puts it in use from the first day of a year. */
    private String site(String prefix, int from, String kind, String rest) {
        String code = "%s-C%03d".formatted(prefix, NUMBER.incrementAndGet());
        String planner = as("compare-planner", "monitoring.network-editor");
        done(
                planner,
                "/network",
                "{\"code\":\"%s\",\"kind\":\"%s\",\"name\":\"%s示例\",\"level\":\"district\"%s}"
                        .formatted(code, kind, code, rest),
                201);
        done(
                as("compare-approver", "monitoring.network-approver"),
                "/network/" + code + "/approve",
                "{\"version\":0}",
                200);
        done(planner, "/network/" + code + "/activate", "{\"version\":1,\"from\":\"%d-01-01\"}".formatted(from), 200);
        return code;
    }

    private String river(int from, String rest) {
        return site("W", from, "water-body", ",\"waterType\":\"river\"" + rest);
    }

    private String section(int from, String water, String rest) {
        return site(
                "S",
                from,
                "section",
                ",\"parent\":\"%s\",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3%s".formatted(water, rest));
    }

    private void certify() {
        HttpResponse<String> answer = stage.post(head(), "/certificates", """
                {"number":"SG-COMPARE","person":"compare-analyst","items":"","validFrom":"2010-01-01","validTo":"2099-12-31"}""");
        assertThat(answer.statusCode()).isIn(201, 409);
    }

    private void released(String site, String day, String values) {
        String number = done(
                        analyst(),
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"%s\",\"condition\":\"normal\"}".formatted(site, day),
                        201)
                .get("sample")
                .get("number")
                .asString();
        HttpResponse<String> entered = stage.put(
                analyst(),
                "/samples/" + number + "/values",
                "{\"version\":0,\"analysedOn\":\"%s\",\"values\":{%s}}".formatted(day, values));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        done(analyst(), "/samples/" + number + "/submit", "{\"version\":1}", 200);
        for (int i = 1; i <= 3; i++) {
            done(
                    as("compare-reviewer-" + i, "monitoring.reviewer"),
                    "/samples/" + number + "/review",
                    "{\"version\":%d}".formatted(1 + i),
                    200);
        }
        done(head(), "/samples/" + number + "/release", "{\"version\":5}", 200);
    }

    private void base(String section, int waterClass, String values) {
        done(
                head(),
                "/assessments/base",
                "{\"section\":\"%s\",\"waterClass\":%d,\"source\":\"2020年环境质量报告书\",\"values\":{%s}}"
                        .formatted(section, waterClass, values),
                201);
    }

    private static String quality(String ammonia) {
        return "\"pH\":7.4,\"DO\":7.1,\"CODMn\":3.2,\"NH3-N\":%s,\"TP\":0.09".formatted(ammonia);
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

    private static String of(String water, String period) {
        return "/monitoring/assessments/waters/" + water + "/" + period;
    }

    private JsonNode json(String water, String period) {
        JsonNode all = Stage.json()
                .readTree(stage.api(Stage.reader(), "/assessments/waters?period=" + period)
                        .body());
        for (JsonNode each : all.get("items")) {
            if (each.get("water").asString().equals(water)) {
                return each;
            }
        }
        throw new AssertionError(water + " is not in " + all);
    }

    @Test
    void holdsAWaterAssessedByItsMeanAgainstItsTargetAndEarlierPeriods() {
        certify();
        String water = river(2022, ",\"targetClass\":3");
        String section = section(2022, water, "");
        released(section, "2023-05-08", quality("0.8"));
        assertThat(bothLanguages(of(water, "2023-05")))
                .contains("无上期数据", "无去年同期数据", "无基准年数据", "达标断面", "1/1 (100.0%)", ">达标<");

        base(section, 2, "\"NH3-N\":0.3,\"CODMn\":3.0");
        released(section, "2022-06-08", quality("0.4"));
        released(section, "2023-06-08", quality("1.2"));
        assertThat(bothLanguages(of(water, "2023-06")))
                .contains(
                        "Ⅲ → Ⅳ，降1类，有所变差",
                        "Ⅱ → Ⅳ，降2类，明显变差",
                        "Ⅱ → Ⅳ，降2类，类别下降（1个断面中1个有基准值）",
                        "氨氮 0.80 → 1.20 mg/L (+50.0%)",
                        ">未达标<",
                        "0/1 (0.0%)",
                        "目标Ⅲ类: 未达标; 断面达标 0/1 = 0.0%");
        assertThat(page(of(water, "2023-06") + "?lang=en")).contains("Ⅱ → Ⅳ, worse by 2 in class, markedly worse");
        assertThat(bothLanguages("/monitoring/assessments/waters?period=2023-06"))
                .contains("与目标和以往比较", "Ⅲ → Ⅳ，降1类，有所变差");
        assertThat(page("/monitoring/assessments/waters/waters.csv?period=2023-06"))
                .contains("达标断面,环比,同比,与基准年比,营养状态", "Ⅲ,未达标,0/1 (0.0%),Ⅲ → Ⅳ，降1类，有所变差,Ⅱ → Ⅳ，降2类，明显变差,Ⅱ → Ⅳ，降2类，类别下降");

        JsonNode found = json(water, "2023-06");
        assertThat(found.get("targetClass").asInt()).isEqualTo(3);
        assertThat(found.get("meetsTarget").asBoolean()).isFalse();
        JsonNode last = found.get("changes").get(0);
        assertThat(last.get("against").asString()).isEqualTo("last-period");
        assertThat(last.get("earlier").asString()).isEqualTo("2023-05");
        assertThat(last.get("by").asString()).isEqualTo("mean");
        assertThat(last.get("classesBetter").asInt()).isEqualTo(-1);
        assertThat(json(water, "2023-05").get("changes").get(0).get("not").asString())
                .isEqualTo("no-data");

        String second = section(2022, water, "");
        released(section, "2023-07-08", quality("0.6"));
        released(second, "2023-07-08", quality("1.9"));
        // (0.6 + 1.9) / 2 = 1.25 is class IV; of the section that both months have, IV became III
        assertThat(bothLanguages(of(water, "2023-07")))
                .contains("Ⅳ → Ⅲ，升1类，有所好转（可比断面1/2）", "基准值不全：2个断面中1个有，不作比较", "1/2 (50.0%)");
        assertThat(bothLanguages("/monitoring/assessments/report/2023-07"))
                .contains("Ⅳ → Ⅲ，升1类，有所好转（可比断面1/2）", "环比 (2023-06): ", "无去年同期数据");
        assertThat(page("/monitoring/assessments/report/2023-07/sections.csv"))
                .contains(second + "示例," + second + ",Ⅲ,Ⅴ,未达标,氨氮(0.90),无上期数据,无去年同期数据,无基准年数据");
        assertThat(bothLanguages("/monitoring/assessments/" + second + "/2023-07"))
                .contains("无上期数据", "无去年同期数据", "无基准年数据");
    }

    @Test
    void showsADetectionLimitAsItIsAndNotHalfOfItAsAMeasurement() {
        certify();
        String section = section(2022, river(2022, ""), "");
        released(section, "2022-01-08", quality("0.72"));
        released(section, "2022-02-08", quality("\"0.025L\""));
        String path = "/monitoring/assessments/" + section + "/2022-02";
        assertThat(bothLanguages(path)).contains("氨氮 0.72 → 0.025L（按一半计） mg/L (-98.3%)");
        assertThat(page(path + "?lang=en")).contains("Ammonia nitrogen 0.72 → 0.025L (taken as half) mg/L (-98.3%)");
    }

    @Test
    void holdsABasinAgainstEarlierPeriodsByTheSharesOfItsSections() {
        certify();
        String basin = river(2024, ",\"targetClass\":4");
        String tributary = river(2024, ",\"parent\":\"" + basin + "\"");
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sections.add(section(2024, i < 2 ? tributary : basin, ""));
            released(sections.get(i), "2024-08-08", quality("0.8"));
        }
        assertThat(page(of(basin, "2024-08"))).contains("5/5 (100.0%)", "目标Ⅳ类: 达标");
        List<String> ammonia = List.of("0.8", "0.8", "0.8", "1.8", "2.5");
        for (int i = 0; i < 5; i++) {
            released(sections.get(i), "2024-09-08", quality(ammonia.get(i)));
            base(sections.get(i), 3, "\"NH3-N\":0.9");
        }
        assertThat(bothLanguages(of(basin, "2024-09")))
                .contains(
                        "Ⅰ～Ⅲ类-40.0、劣Ⅴ类+20.0个百分点，明显变差",
                        "Ⅰ～Ⅲ类-40.0、劣Ⅴ类+20.0个百分点，明显变差（5个断面中5个有基准值）",
                        "无去年同期数据",
                        "3/5 (60.0%)",
                        "目标Ⅳ类: 未达标");
        JsonNode change = json(basin, "2024-09").get("changes").get(2);
        assertThat(change.get("against").asString()).isEqualTo("base-year");
        assertThat(change.get("by").asString()).isEqualTo("shares");
        assertThat(change.get("goodPoints").asString()).isEqualTo("-40.0");
        assertThat(change.get("extent").asString()).isEqualTo("marked");
        // both sections of the tributary are class III in both months, and their base values make that class
        assertThat(page(of(tributary, "2024-09"))).contains("Ⅲ → Ⅲ，无明显变化", "Ⅲ → Ⅲ，更好（2个断面中2个有基准值）", "未定水体目标");
        assertThat(bothLanguages("/monitoring/assessments/report/2024-09"))
                .contains("环比 (2024-08): Ⅰ～Ⅲ类-40.0、劣Ⅴ类+20.0个百分点，明显变差", "无去年同期数据");
    }

    @Test
    void saysWhetherAnItemRoseOrFellOverTheYearsAndTheMonths() {
        certify();
        String section = section(2014, river(2014, ""), "");
        for (int year = 2014; year <= 2019; year++) {
            for (int month = 1; month <= 12; month++) {
                released(section, "%d-%02d-08".formatted(year, month), quality("0.%d".formatted(year - 2011)));
            }
        }
        assertThat(bothLanguages("/monitoring/assessments/report/2019"))
                .contains(
                        "断面多年变化趋势", "N = 6，rs = 1.0000，临界值 0.943", "极显著上升（变差）", "N = 6，rs = 0.0000，临界值 0.829", "无显著变化");
        assertThat(page("/monitoring/assessments/report/2017"))
                .contains("与上年比", "report/2018\"", "report/2017-Q1\"")
                .doesNotContain("同比", "上期", "report/2017\"");
        assertThat(page("/monitoring/assessments/report/2017")).contains("只有4个时段，不足5个", "不作判断");
        assertThat(page("/monitoring/assessments/report/2016-12")).doesNotContain("断面多年变化趋势", "城市水质指数");
        String path = "/monitoring/assessments/" + section;
        assertThat(bothLanguages(path + "?from=2014-01&to=2019-12"))
                .contains("N = 6，rs = 1.0000，临界值 0.943", "N = 72，rs = ", "，临界值 0.432", "N = 72，rs = 0.0000");
        assertThat(page(path + "?from=2017-01&to=2017-11")).contains("只有4个时段，不足5个", "只有11个时段，不足12个");
        assertThat(page(path + "?from=2014-01&to=2019-12&lang=en")).contains("highly significant rise (worse)");
    }

    @Test
    void givesALakeItsTrophicIndexOrNamesWhatLacks() {
        certify();
        String lake = site("W", 2011, "water-body", ",\"waterType\":\"lake\",\"targetClass\":3");
        String point = section(2011, lake, ",\"waterType\":\"lake\"");
        String whole = "\"pH\":7.4,\"DO\":7.1,\"叶绿素a\":10,\"总磷\":0.05,\"总氮\":1.0,\"透明度\":0.5,\"高锰酸盐指数\":4";
        released(point, "2011-04-08", whole);
        released(point, "2011-05-08", whole);
        released(point, "2011-06-08", "\"pH\":7.4,\"DO\":7.1,\"总磷\":0.05,\"总氮\":1.0,\"高锰酸盐指数\":4");
        String path = "/monitoring/assessments/" + point;
        assertThat(bothLanguages(path + "/2011-04")).contains("TLI(∑) 50.48，轻度富营养", "叶绿素a 10 mg/m3");
        assertThat(bothLanguages(path + "/2011-06")).contains("未计算TLI(∑)：缺叶绿素a、透明度");
        assertThat(bothLanguages(path + "/2011-Q2")).contains("TLI(∑) 50.48，轻度富营养");
        assertThat(bothLanguages(of(lake, "2011-04"))).contains("TLI(∑) 50.48，轻度富营养");
        assertThat(bothLanguages(of(lake, "2011-06"))).contains("未计算TLI(∑)：缺叶绿素a、透明度");
        assertThat(bothLanguages("/monitoring/assessments/waters?period=2011-04"))
                .contains("TLI(∑) 50.48，轻度富营养");
        JsonNode trophic = json(lake, "2011-06").get("trophic");
        assertThat(trophic.get("index").isNull()).isTrue();
        assertThat(trophic.get("missing").get(0).asString()).isEqualTo("叶绿素a");
        assertThat(json(lake, "2011-04").get("trophic").get("grade").asString()).isEqualTo("lightly-eutrophic");
    }

    @Test
    void givesTheDistrictItsWaterQualityIndexWithWhatItLacks() {
        certify();
        String section = section(2020, river(2020, ""), "");
        released(section, "2020-03-08", quality("0.5"));
        released(section, "2021-03-08", quality("1.0"));
        // 0.4/2 + 5/7.1 + 3.2/6 + 0.5/1.0 + 0.09/0.2
        assertThat(bothLanguages(of("district", "2020-03")))
                .contains("城市水质指数", "2.3876（河流断面1个、湖库点位0个", "去年同期没有同样项目的数据", "21项中河流缺16项");
        assertThat(bothLanguages(of("district", "2021-03"))).contains("2.8876（", "比去年同期 +20.94%");
        assertThat(bothLanguages("/monitoring/assessments/report/2021-03")).contains("城市水质指数（CWQI）: 2.8876（");
        assertThat(json("district", "2021-03").get("city").get("index").asString())
                .isEqualTo("2.8876");
    }
}
