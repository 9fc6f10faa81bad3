package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A sample from the plan to the assessment of its section, and its correction. */
@MonitoringIT
class SampleIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stage stage;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final Environment environment;

    SampleIT(Stage stage, FactProbe probe, JdbcClient jdbc, Environment environment) {
        this.stage = stage;
        this.probe = probe;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    private static String as(String who, String... roles) {
        return Tokens.as(who, Bureau.ENV, roles);
    }

    private static String analyst() {
        return as("env-lab-analyst", "monitoring.analyst");
    }

    private static String reviewer(int number) {
        return as("env-lab-reviewer-" + number, "monitoring.reviewer");
    }

    private static String head() {
        return as("env-lab-head", "monitoring.lab-head");
    }

    private JsonNode done(String token, String path, String json, int status) {
        HttpResponse<String> answer = stage.post(token, path, json);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? Stage.json().nullNode() : Stage.json().readTree(answer.body());
    }

    private HttpResponse<String> put(String token, String path, String json) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + environment.getRequiredProperty("local.server.port")
                                            + "/api/monitoring/v1" + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(json))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String section() {
        String planner = as("env-network-planner", "monitoring.network-editor");
        String approver = as("env-head", "monitoring.network-approver");
        String code = "Q-%03d".formatted(NUMBER.incrementAndGet());
        done(
                planner,
                "/network",
                "{\"code\":\"W%s\",\"kind\":\"water-body\",\"name\":\"示例河\",\"waterType\":\"river\",\"level\":\"national\"}"
                        .formatted(code),
                201);
        done(
                planner,
                "/network",
                "{\"code\":\"%s\",\"kind\":\"section\",\"name\":\"示例断面%s\",\"parent\":\"W%s\",\"level\":\"national\",\"longitude\":126.5,\"latitude\":43.8,\"targetClass\":3}"
                        .formatted(code, code, code),
                201);
        done(approver, "/network/" + code + "/approve", "{\"version\":0}", 200);
        done(planner, "/network/" + code + "/activate", "{\"version\":1,\"from\":\"2026-01-01\"}", 200);
        return code;
    }

    private void certify(String person, String items) {
        done(head(), "/certificates", """
                {"number":"SG-%d","person":"%s","items":"%s","validFrom":"2026-01-01","validTo":"2026-12-31"}""".formatted(NUMBER.incrementAndGet(), person, items), 201);
    }

    private String taken(String site, String day) {
        return done(
                        analyst(),
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"%s\",\"condition\":\"normal\"}".formatted(site, day),
                        201)
                .get("sample")
                .get("number")
                .asString();
    }

    private void release(String number, int version) {
        done(analyst(), "/samples/" + number + "/submit", "{\"version\":%d}".formatted(version), 200);
        for (int i = 1; i <= 3; i++) {
            done(reviewer(i), "/samples/" + number + "/review", "{\"version\":%d}".formatted(version + i), 200);
        }
        done(head(), "/samples/" + number + "/release", "{\"version\":%d}".formatted(version + 4), 200);
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
    void isPlannedTakenAnalysedReviewedReleasedAssessedAndCorrected() {
        String site = section();
        certify("env-lab-analyst", "");
        done(
                head(),
                "/sampling-plans",
                "{\"sites\":[\"%s\"],\"month\":\"2026-02\",\"due\":\"2026-02-10\",\"note\":\"每月例行\"}".formatted(site),
                201);
        assertThat(bothLanguages(head(), "/monitoring/sampling-plans?month=2026-02"))
                .contains("示例断面" + site, "每月例行");
        String number = taken(site, "2026-02-05");
        String values =
                "{\"version\":0,\"analysedOn\":\"2026-02-06\",\"method\":\"HJ\",\"values\":{\"pH\":7.66,\"溶解氧\":6.03,\"CODMn\":13.3,\"NH3-N\":\"1.77\",\"汞\":\"0.04L μg/L\"}}";
        HttpResponse<String> entered = put(analyst(), "/samples/" + number + "/values", values);
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(entered.body()).contains("\"0.00004L\"", "\"w20142\"");
        assertThat(put(analyst(), "/samples/" + number + "/values", values).statusCode())
                .isEqualTo(409);
        release(number, 1);

        SectionAssessed first =
                probe.await(SectionAssessed.class, fact -> fact.section().equals(site));
        assertThat(first.period()).isEqualTo("2026-02");
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.waterClass()).isEqualTo(5);
        assertThat(first.qualityLevel()).isEqualTo("中度污染");
        assertThat(first.targetClass()).isEqualTo(3);
        assertThat(first.meetsTarget()).isFalse();
        assertThat(first.waterBody()).isEqualTo("W" + site);
        assertThat(first.mainPollutants())
                .extracting(SectionAssessed.MainPollutant::pollutant)
                .containsExactly("w01019", "w21003");

        assertThatThrownBy(() -> jdbc.sql("update sample_value set found = '0' where sample = :n")
                        .param("n", number)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is released");
        assertThat(put(analyst(), "/samples/" + number + "/values", values.replace("\"version\":0", "\"version\":6"))
                        .statusCode())
                .isEqualTo(409);

        done(head(), "/samples/" + number + "/correct", "{\"version\":6,\"reason\":\"稀释倍数有误\"}", 200);
        assertThat(page(Stage.reader(), "/monitoring/assessments/" + site + "/2026-02"))
                .contains("class-5");
        assertThat(put(
                                analyst(),
                                "/samples/" + number + "/values",
                                values.replace("13.3", "3.3")
                                        .replace("1.77", "0.4")
                                        .replace("\"version\":0", "\"version\":7"))
                        .statusCode())
                .isEqualTo(200);
        release(number, 8);
        SectionAssessed second =
                probe.await(SectionAssessed.class, fact -> fact.section().equals(site) && fact.revision() == 2);
        assertThat(second.waterClass()).isEqualTo(2);
        assertThat(second.meetsTarget()).isTrue();

        assertThat(bothLanguages(Stage.reader(), "/monitoring/samples/" + number))
                .contains("第2版", "第1版", "已更正", "稀释倍数有误", "13.3 mg/L", "3.3 mg/L", "env-lab-reviewer-3");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments/" + site + "/2026-02"))
                .contains("class-5", "class-2", number + "/1", number + "/2", "GB 3838-2002 表1第7项");
        assertThat(bothLanguages(Stage.reader(), "/monitoring/assessments?q=" + site))
                .contains("class-2", "达标");
        assertThat(stage.page(Stage.reader(), "/monitoring/assessments/assessments.csv?q=" + site)
                        .body())
                .contains("2026-02,示例断面" + site + "," + site + ",Ⅱ,Ⅲ,达标,,5,2,,");
        assertThat(stage.api(Stage.reader(), "/assessments?month=2026-02&q=" + site)
                        .body())
                .contains("\"total\":1");
    }

    @Test
    void wantsACertificateThatIsValidOnTheDay() {
        String site = section();
        certify("env-lab-other", "w21003");
        String other = as("env-lab-other", "monitoring.analyst");
        String number = done(
                        other,
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"2026-02-05\",\"condition\":\"normal\"}".formatted(site),
                        201)
                .get("sample")
                .get("number")
                .asString();
        String path = "/samples/" + number + "/values";
        assertThat(put(other, path, "{\"version\":0,\"analysedOn\":\"2026-02-06\",\"values\":{\"w21003\":1}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(other, path, "{\"version\":1,\"analysedOn\":\"2026-02-06\",\"values\":{\"w21011\":0.1}}")
                        .body())
                .contains("sample.certificate", "总磷");
        assertThat(put(other, path, "{\"version\":1,\"analysedOn\":\"2026-02-04\",\"values\":{\"w21003\":1}}")
                        .body())
                .contains("分析日期 2026-02-04 早于采样日期 2026-02-05", "\"analysedOn\"");
        assertThat(put(other, path, "{\"version\":1,\"analysedOn\":\"2099-02-04\",\"values\":{\"w21003\":1}}")
                        .body())
                .contains("分析日期 2099-02-04 还没有到");
    }

    @Test
    void saysWhyThereIsNothingToAssess() {
        String site = section();
        String number = done(
                        analyst(),
                        "/samples",
                        "{\"site\":\"%s\",\"takenOn\":\"2026-01-15\",\"condition\":\"ice\",\"note\":\"冰厚0.6米\"}"
                                .formatted(site),
                        201)
                .get("sample")
                .get("number")
                .asString();
        release(number, 0);
        SectionAssessed fact =
                probe.await(SectionAssessed.class, each -> each.section().equals(site));
        assertThat(fact.waterClass()).isNull();
        assertThat(fact.withoutValue()).isEqualTo("ice");
        assertThat(page(Stage.reader(), "/monitoring/assessments?q=" + site)).contains("冰封");
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        String site = section();
        String number = taken(site, "2026-03-05");
        assertThat(stage.post(
                                analyst(),
                                "/samples",
                                "{\"site\":\"%s\",\"takenOn\":\"2026-03-05\",\"condition\":\"normal\"}".formatted(site))
                        .body())
                .contains("sample.taken-before");
        assertThat(stage.post(
                                analyst(),
                                "/samples",
                                "{\"site\":\"%s\",\"takenOn\":\"2025-12-31\",\"condition\":\"normal\"}".formatted(site))
                        .body())
                .contains("sample.site-not-in-use");
        assertThat(stage.post(
                                analyst(),
                                "/samples",
                                "{\"site\":\"W%s\",\"takenOn\":\"2026-03-05\",\"condition\":\"normal\"}"
                                        .formatted(site))
                        .body())
                .contains("sample.site-not-in-use");
        assertThat(stage.post(analyst(), "/samples/" + number + "/submit", "{\"version\":0}")
                        .body())
                .contains("sample.nothing-found");
        assertThat(stage.post(
                                analyst(),
                                "/samples",
                                "{\"site\":\"%s\",\"takenOn\":\"2026-03-06\",\"condition\":\"dry\",\"note\":\" \"}"
                                        .formatted(site))
                        .body())
                .contains("没有采到水的", "\"note\"");
        assertThat(put(
                                analyst(),
                                "/samples/" + number + "/values",
                                "{\"version\":0,\"analysedOn\":\"2026-03-06\",\"values\":{\"w99999\":1,\"w21003\":\"-1\",\"pH\":\"x\"}}")
                        .body())
                .contains("values[w99999]", "values[w21003]", "values[pH]");
    }

    @Test
    void isDoneOnPages() {
        String site = section();
        certify("env-lab-page", "");
        String person = as("env-lab-page", "monitoring.analyst");
        assertThat(bothLanguages(person, "/monitoring/samples/new?site=" + site))
                .contains(site);
        HttpResponse<String> taken = stage.submit(
                person, "/monitoring/samples", form("site", site, "takenOn", "2026-04-02", "condition", "normal"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        String path =
                taken.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/monitoring/samples/)", "$1");
        String wrong = stage.submit(
                        person,
                        path + "/values",
                        form(
                                "version",
                                "0",
                                "analysedOn",
                                "2026-04-03",
                                "values[w21003]",
                                "abc",
                                "values[w01001]",
                                "7.2"))
                .body();
        assertThat(wrong).contains("请改正以下内容", "不是监测值", "value=\"abc\"", "value=\"7.2\"");
        HttpResponse<String> entered = stage.submit(
                person,
                path + "/values",
                form("version", "0", "analysedOn", "2026-04-03", "values[w21003]", "0.5", "values[w01001]", "7.2"));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
        assertThat(page(person, path)).contains("formaction=\"" + path + "/submit\"", "表中填写的结果一并保存");
        String unreadable = stage.submit(
                        person,
                        path + "/submit",
                        form(
                                "version",
                                "1",
                                "analysedOn",
                                "2026-04-01",
                                "values[w21003]",
                                "abc",
                                "values[w21011]",
                                "0.02"))
                .body();
        assertThat(unreadable).contains("不是监测值", "早于采样日期", "value=\"abc\"", "value=\"0.02\"");
        assertThat(stage.submit(
                                person,
                                path + "/submit",
                                form("version", "1", "analysedOn", "2026-04-03", "values[w21003]", ""))
                        .body())
                .contains("还没有填结果");
        assertThat(page(person, path)).contains("value=\"0.5\"");
        HttpResponse<String> handedIn = stage.submit(
                person,
                path + "/submit",
                form("version", "1", "analysedOn", "2026-04-03", "values[w21003]", "0.6", "values[w01001]", "7.2"));
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(302);
        assertThat(page(reviewer(1), path)).contains("0.6 mg/L").doesNotContain("0.5 mg/L");
        assertThat(bothLanguages(reviewer(1), "/monitoring/todo")).contains(path);
        assertThat(page(reviewer(1), path)).contains("校核通过");
        assertThat(page(reviewer(1), path)).contains("popovertarget=\"review\"");
        stage.submit(reviewer(1), path + "/review", form("version", "3"));
        assertThat(page(reviewer(1), path)).doesNotContain("审核通过</button>");
        assertThat(page(reviewer(2), path)).contains("审核通过");
        stage.submit(reviewer(2), path + "/send-back", form("version", "4", "reason", "请复核氨氮"));
        assertThat(bothLanguages(person, path)).contains("退回修改：请复核氨氮", "填写结果");
        assertThat(bothLanguages(person, "/monitoring/todo")).contains("退回修改", " · 请复核氨氮");
        assertThat(bothLanguages(person, "/monitoring/samples?month=2026-04&stage=draft"))
                .contains(path);
        assertThat(stage.page(person, "/monitoring/samples/samples.csv?q=" + site)
                        .body())
                .contains("示例断面" + site + "," + site + ",2026-04-02,env-lab-page,正常,2,1,退回修改");
        assertThat(bothLanguages(head(), "/monitoring/certificates")).contains("env-lab-page", "登记上岗证");
        assertThat(stage.submit(head(), "/monitoring/certificates", form("person", "", "number", "1"))
                        .body())
                .contains("请改正以下内容", "href=\"#person\"");
    }

    @Test
    void oneThatWasRegisteredWronglyIsDiscardedAndItsDayIsFreeAgain() {
        String site = section();
        String number = taken(site, "2026-03-07");
        String path = "/monitoring/samples/" + number;
        String why = "{\"version\":0,\"reason\":\"点位选错\"}";
        assertThat(page(analyst(), path)).contains("popovertarget=\"discard\"");
        assertThat(stage.post(as("env-lab-else", "monitoring.analyst"), "/samples/" + number + "/discard", why)
                        .body())
                .contains("sample.not-theirs");
        assertThat(stage.post(
                                Tokens.as("health-head", Bureau.HEALTH, "monitoring.supply-head"),
                                "/samples/" + number + "/discard",
                                why)
                        .body())
                .contains("sample.other-bureau");
        assertThat(stage.submit(analyst(), path + "/discard", form("version", "0", "reason", ""))
                        .body())
                .contains("请改正以下内容");
        assertThat(stage.submit(analyst(), path + "/discard", form("version", "0", "reason", "点位选错"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(bothLanguages(analyst(), path))
                .contains("已作废：点位选错", "作废")
                .doesNotContain("popovertarget=\"discard\"", "填写结果</h2>");
        assertThat(stage.api(analyst(), "/samples?q=" + site).body()).contains("\"total\":0");
        assertThat(stage.api(analyst(), "/samples?stage=discarded&q=" + site).body())
                .contains(number, "\"remark\":\"点位选错\"");
        assertThat(page(analyst(), "/monitoring/todo")).doesNotContain(number);
        assertThat(put(
                                analyst(),
                                "/samples/" + number + "/values",
                                "{\"version\":1,\"analysedOn\":\"2026-03-08\",\"values\":{}}")
                        .body())
                .contains("sample.not-draft");
        String again = taken(site, "2026-03-07");
        assertThat(again).isNotEqualTo(number);
        done(head(), "/samples/" + again + "/discard", why, 200);
        taken(site, "2026-03-07");
    }

    @Test
    void showsAReviewerWhatHeMayReviewHoweverMuchOthersMay() {
        String site = section();
        jdbc.sql("""
                        with taken as (
                            insert into sample (number, site, taken_on, taken_by, condition, note, work, version)
                            select :site || '-' || each, :site, date '2020-01-01' + each,
                                case when each = 130 then 'env-lab-analyst' else 'env-lab-reviewer-2' end, 'normal', '', 1, 0
                            from generate_series(1, 130) as each returning number)
                        insert into sample_work (sample, work, stage, reason, submitted_by, submitted_at)
                        select number, 1, 'submitted', '', 'env-lab-analyst', now() from taken""").param("site", site).update();
        try {
            assertThat(page(reviewer(2), "/monitoring/todo"))
                    .contains("/monitoring/samples/" + site + "-130")
                    .doesNotContain("/monitoring/samples/" + site + "-129", "/monitoring/samples/" + site + "-1\"");
            assertThat(bothLanguages(reviewer(1), "/monitoring/todo"))
                    .contains("/monitoring/samples/" + site + "-1\"", "/monitoring/samples?stage=submitted")
                    .doesNotContain("/monitoring/samples/" + site + "-130");
            jdbc.sql(
                            "insert into sample_value values (:number, 1, 'w21003', '0.5', 'm', 'env-lab-reviewer-2', '2020-06-01')")
                    .param("number", site + "-130")
                    .update();
            assertThat(page(reviewer(2), "/monitoring/todo")).doesNotContain(site + "-130");
        } finally {
            jdbc.sql("delete from sample_value where sample like :site")
                    .param("site", site + "-%")
                    .update();
            jdbc.sql("delete from sample_work where sample like :site")
                    .param("site", site + "-%")
                    .update();
            jdbc.sql("delete from sample where site = :site")
                    .param("site", site)
                    .update();
        }
    }

    @Test
    void importsATableAsAWholeOrNotAtAll() {
        String site = section();
        certify("env-lab-import", "");
        String person = as("env-lab-import", "monitoring.analyst");
        assertThat(bothLanguages(person, "/monitoring/samples/import")).contains("下载模板");
        assertThat(stage.page(person, "/monitoring/samples/import/surface-water.csv")
                        .body())
                .contains("点位编码,采样日期,分析日期,采样情况,说明,水温,pH值,溶解氧", ",,,,,degC,,mg/L,mg/L");
        String head = "点位编码\t采样日期\t分析日期\tpH\t氨氮\t汞(μg/L)\n";
        String good = site + "\t2026-05-04\t2026/5/6\t7.1\t0.42\t0.04L\n";
        String bad = stage.submit(
                        person,
                        "/monitoring/samples/import",
                        form(
                                "water",
                                "surface-water",
                                "table",
                                head + good + "NOWHERE\t2026-05-04\t\t7\t1\t\n" + site + "\t2026-13-01\t\t7\t1\t\n"
                                        + site + "\t2026-05-05\t\t77\t-1\t\n"))
                .body();
        assertThat(bad.indexOf("A3（")).isLessThan(bad.indexOf("B4（"));
        assertThat(bad.indexOf("B4（")).isLessThan(bad.indexOf("D5（"));
        assertThat(bad)
                .contains("没有导入", "A3（点位编码）：没有编码为 NOWHERE 的点位", "B4（采样日期）：采样日期“2026-13-01”读不懂", "D5（pH）", "E5（氨氮）");
        String unknown = stage.submit(
                        person,
                        "/monitoring/samples/import",
                        form("water", "surface-water", "table", head + good + "NOWHERE\t2026-05-04\t\t7\t1\t\n" + good))
                .body();
        assertThat(unknown).contains("A3（点位编码）：没有编码为 NOWHERE 的点位", "B4（采样日期）：" + site + " 在 2026-05-04 已有样品");
        assertThat(stage.api(person, "/samples?q=" + site).body()).contains("\"total\":0");
        HttpResponse<String> done = stage.submit(
                person, "/monitoring/samples/import", form("water", "surface-water", "table", head + good));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        String listed =
                done.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/monitoring/samples)", "$1");
        assertThat(bothLanguages(person, listed)).contains("已导入 1 个样品");
        assertThat(stage.api(person, "/samples?q=" + site).body()).contains("\"total\":1");
        assertThat(stage.submit(
                                person,
                                "/monitoring/samples/import",
                                form(
                                        "water",
                                        "surface-water",
                                        "table",
                                        head + site + "\t2026-05-10\t2026-05-09\t7.1\t0.42\t\n" + site
                                                + "\t2026-05-11\t2099-05-12\t7.1\t0.42\t\n"))
                        .body())
                .contains("C2（分析日期）：分析日期 2026-05-09 早于采样日期 2026-05-10", "C3（分析日期）：分析日期 2099-05-12 还没有到");
        assertThat(jdbc.sql(
                                "select string_agg(v.item || '=' || v.found || '@' || v.analysed_on, ' ' order by v.item) from sample_value v join sample s on s.number = v.sample where s.site = :s")
                        .param("s", site)
                        .query(String.class)
                        .single())
                .isEqualTo("w01001=7.1@2026-05-06 w20142=0.00004L@2026-05-06 w21003=0.42@2026-05-06");

        String iced = site + "\t2026-01-04\t\t冰封\t冰厚0.6米\t\n";
        String conditions = "点位编码\t采样日期\t分析日期\t采样情况\t说明\t氨氮\n";
        assertThat(stage.submit(
                                person,
                                "/monitoring/samples/import",
                                form(
                                        "water",
                                        "surface-water",
                                        "table",
                                        conditions + iced + site + "\t2026-01-05\t\t冻\t\t\n" + site
                                                + "\t2026-01-06\t\t断流\t\t1\n" + site + "\t2099-01-06\t\t\t\t1\n" + site
                                                + "\t2026-01-07\t\t断流\t\t\n"))
                        .body())
                .contains(
                        "D3（采样情况）：采样情况“冻”读不懂",
                        "D4（采样情况）：没有采到水的，不填结果",
                        "E4（说明）：没有采到水的",
                        "E6（说明）：没有采到水的",
                        "B5（采样日期）：采样日期 2099-01-06 还没有到");
        assertThat(stage.submit(
                                person,
                                "/monitoring/samples/import",
                                form("water", "surface-water", "table", conditions + iced))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stage.api(person, "/samples?q=" + site + "&month=2026-01").body())
                .contains("\"condition\":\"ice\"");
    }

    @Test
    void importsAWorkbookThatWasFilledInFromItsTemplate() throws IOException {
        String site = section();
        certify("env-lab-excel", "");
        String person = as("env-lab-excel", "monitoring.analyst");
        String path = "/monitoring/samples/import";
        List<List<String>> template = cells(stage.download(person, path + "/surface-water.xlsx"));
        assertThat(template.get(0)).startsWith("点位编码", "采样日期", "分析日期", "采样情况", "说明", "水温", "pH值");
        assertThat(template.get(1)).contains("degC", "mg/L");

        String bad = stage.upload(
                        person,
                        path,
                        Map.of("water", "surface-water"),
                        "bad.xlsx",
                        filled(template, site, Map.of("pH值", 77)))
                .body();
        assertThat(bad).contains("没有导入", "G3（pH值）");
        assertThat(stage.api(person, "/samples?q=" + site).body()).contains("\"total\":0");

        assertThat(stage.upload(person, path, Map.of("water", "surface-water"), "bad.png", new byte[] {
                            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13
                        })
                        .body())
                .contains("也不是 CSV 文本");

        HttpResponse<String> done = stage.upload(
                person,
                path,
                Map.of("water", "surface-water"),
                "good.xlsx",
                filled(template, site, Map.of("pH值", 7.1, "氨氮", 0.42)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(jdbc.sql("""
                                select string_agg(v.item || '=' || v.found || '@' || s.taken_on, ' ' order by v.item)
                                from sample_value v join sample s on s.number = v.sample where s.site = :s""").param("s", site).query(String.class).single())
                .isEqualTo("w01001=7.1@2026-05-04 w21003=0.42@2026-05-04");
    }

    private static List<List<String>> cells(byte[] workbook) throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(Cell::getText).toList())
                    .toList();
        }
    }

    private static byte[] filled(List<List<String>> template, String site, Map<String, Number> found)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("样品");
            for (int column = 0; column < template.get(0).size(); column++) {
                sheet.value(0, column, template.get(0).get(column));
                sheet.value(1, column, template.get(1).get(column));
                Number value = found.get(template.get(0).get(column));
                if (value != null) {
                    sheet.value(2, column, value);
                }
            }
            sheet.value(2, 0, site);
            sheet.value(2, 1, LocalDate.of(2026, 5, 4));
            sheet.style(2, 1).format("yyyy-mm-dd").set();
        }
        return bytes.toByteArray();
    }
}
