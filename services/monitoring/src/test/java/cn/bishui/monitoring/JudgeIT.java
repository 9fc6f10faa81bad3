package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Judging for everybody: over the open interface and on its pages, without a token. */
@MonitoringIT
class JudgeIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OPEN = "/open/v1/judge/";

    private final Environment environment;

    JudgeIT(Environment environment) {
        this.environment = environment;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String water, String json) throws Exception {
        return send(
                request(OPEN + water).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private JsonNode judged(String water, String json) throws Exception {
        HttpResponse<String> answer = post(water, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Stage.json().readTree(answer.body());
    }

    private static List<String> texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.get(name).asString())
                .toList();
    }

    private String page(String path) throws Exception {
        HttpResponse<String> page = send(request(path));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("??");
        return page.body();
    }

    private HttpResponse<String> submit(String path, String... namesAndValues) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    // ---- programs

    @Test
    void judgesSurfaceWater() throws Exception {
        JsonNode answer = judged("surface-water", """
                {"waterType":"river","values":{"w01001":7.66,"w01009":6.03,"w01019":13.3,"w21003":1.77}}""");
        assertThat(answer.get("class").asInt()).isEqualTo(5);
        assertThat(answer.get("className").asString()).isEqualTo("Ⅴ");
        assertThat(answer.get("level").asString()).isEqualTo("中度污染");
        assertThat(texts(answer.get("mainPollutants"), "pollutant")).containsExactly("w01019", "w21003");
        assertThat(texts(answer.get("mainPollutants"), "name")).containsExactly("高锰酸盐指数", "氨氮");
        assertThat(texts(answer.get("mainPollutants"), "multiple")).containsExactly("1.22", "0.77");
        assertThat(texts(answer.get("items"), "pollutant")).containsExactly("w01001", "w01009", "w01019", "w21003");
        JsonNode ammonia = answer.get("items").get(3);
        assertThat(ammonia.get("class").asInt()).isEqualTo(5);
        assertThat(ammonia.get("limit").asString()).isEqualTo("≤2.0");
        assertThat(ammonia.get("unit").asString()).isEqualTo("mg/L");
        assertThat(ammonia.get("source").asString()).isEqualTo("GB 3838-2002 table 1 item 7");
        assertThat(ammonia.get("counts").asString()).isEqualTo("evaluated");
        assertThat(answer.get("missing")).hasSize(17);
        assertThat(answer.get("standard").asString()).isEqualTo("GB 3838-2002");
        assertThat(answer.get("rules").get(0).get("source").asString()).isNotBlank();
    }

    @Test
    void knowsALakeFromARiverAndWhatIsWorseThanAllClasses() throws Exception {
        String values = ",\"values\":{\"总磷\":\"0.12\",\"TN\":3}}";
        assertThat(judged("surface-water", "{\"waterType\":\"river\"" + values)
                        .get("class")
                        .asInt())
                .isEqualTo(3);
        JsonNode lake = judged("surface-water", "{\"waterType\":\"lake\"" + values);
        assertThat(lake.get("class").asInt()).isEqualTo(5);
        assertThat(lake.get("items").get(1).get("counts").asString()).isEqualTo("reference");
        JsonNode worst = judged("surface-water", "{\"waterType\":\"river\",\"values\":{\"氨氮\":2.06}}");
        assertThat(worst.get("class").asInt()).isEqualTo(6);
        assertThat(worst.get("className").asString()).isEqualTo("劣Ⅴ");
        assertThat(worst.get("level").asString()).isEqualTo("重度污染");
    }

    @Test
    void readsDetectionLimitsUnitsAndTheSaturationOfOxygen() throws Exception {
        JsonNode answer = judged("surface-water", """
                {"waterType":"river","oxygenSaturation":95,
                 "values":{"汞(μg/L)":"0.04L","溶解氧":"6.9","镉":"0.02L","NH3-N":"0.025L"}}""");
        assertThat(texts(answer.get("items"), "value")).containsExactly("6.9", "0.025L", "0.00004L", "0.02L");
        assertThat(answer.get("items").get(0).get("class").asInt()).isEqualTo(1);
        assertThat(answer.get("items").get(3).get("class").isNull()).isTrue();
        assertThat(answer.get("items").get(3).get("counts").asString()).isEqualTo("undecided");
        assertThat(answer.get("class").asInt()).isEqualTo(1);
    }

    @Test
    void saysSoWhereNothingMakesAClass() throws Exception {
        JsonNode answer = judged("surface-water", "{\"waterType\":\"river\",\"values\":{\"水温\":-1.5,\"总氮\":3}}");
        assertThat(answer.get("class").isNull()).isTrue();
        assertThat(answer.get("level").isNull()).isTrue();
    }

    @Test
    void judgesGroundwater() throws Exception {
        JsonNode answer = judged("groundwater", """
                {"values":{"pH":7.2,"氯化物":400,"四氯乙烯":"310","肉眼可见物":"无","铁":0.12}}""");
        assertThat(answer.get("class").asInt()).isEqualTo(5);
        assertThat(answer.get("className").asString()).isEqualTo("Ⅴ");
        assertThat(texts(answer.get("decisive"), "name")).containsExactly("氯化物", "四氯乙烯");
        assertThat(answer.get("items").get(0).get("source").asString()).startsWith("GB/T 14848-2017 table 1");
        JsonNode third = judged("groundwater", "{\"values\":{\"pH\":7.2,\"锰\":0.08}}");
        assertThat(third.get("class").asInt()).isEqualTo(3);
        assertThat(texts(third.get("decisive"), "name")).containsExactly("锰");
    }

    @Test
    void judgesDrinkingWater() throws Exception {
        JsonNode tap = judged("drinking-water", "{\"values\":{\"浑浊度\":1.3,\"游离氯\":0.08,\"总大肠菌群\":\"未检出\"}}");
        assertThat(tap.get("verdict").asString()).isEqualTo("exceeds");
        assertThat(tap.get("verdictName").asString()).isEqualTo("超标");
        assertThat(texts(tap.get("exceeded"), "name")).containsExactly("浑浊度");
        assertThat(tap.get("exceeded").get(0).get("multiple").asDouble()).isEqualTo(0.3);
        assertThat(tap.get("point").asString()).isEqualTo("network-end");
        JsonNode works = judged("drinking-water", """
                {"point":"works","supply":"small","disinfection":["ozone"],"values":{"浑浊度":1.3,"臭氧":0.4}}""");
        assertThat(texts(works.get("items"), "verdict")).containsExactly("meets", "exceeds");
        assertThat(works.get("disinfection").get(0).asString()).isEqualTo("ozone");
    }

    @Test
    void gradesBlackOdorousWater() throws Exception {
        JsonNode answer = judged("black-odorous", """
                {"values":{"透明度":"0.18 m","DO":1.1,"氧化还原电位":-60,"w21003":"19"}}""");
        assertThat(answer.get("grade").asString()).isEqualTo("severe");
        assertThat(answer.get("gradeName").asString()).isEqualTo("重度黑臭");
        assertThat(texts(answer.get("items"), "verdict")).containsExactly("light", "light", "light", "severe");
        assertThat(answer.get("missing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            surface-water  | {"waterType":"river","values":{"w99999":1}}               | values.w99999    | “w99999”不是 GB 3838-2002 里的项目
            surface-water  | {"waterType":"river","values":{"硼":1}}                   | values.硼        | “硼”不在 GB 3838-2002 表1定类的项目里
            surface-water  | {"waterType":"lake","values":{"三氯乙烯":1}}              | values.三氯乙烯   | “三氯乙烯”不在 GB 3838-2002 表1定类的项目里
            surface-water  | {"waterType":"river","values":{"氨氮":"一点"}}             | values.氨氮      | “一点”不是监测值
            surface-water  | {"waterType":"river","values":{"氨氮":""}}                | values.氨氮      | 请填写
            surface-water  | {"waterType":"river","values":{"氨氮":null}}              | values.氨氮      | 请填写
            surface-water  | {"waterType":"river","values":{"氨氮":true}}              | values.氨氮      | 不是监测值
            surface-water  | {"waterType":"river","values":{"氨氮":-0.1}}              | values.氨氮      | “-0.1”为负数
            surface-water  | {"waterType":"river","values":{"氨氮":"5 mmol/L"}}        | values.氨氮      | 单位 mmol/L 不能换算为 mg/L
            surface-water  | {"waterType":"river","values":{"氨氮(mmol/L)":1}}          | values.氨氮(mmol/L) | 单位 mmol/L 不能换算为 mg/L
            surface-water  | {"waterType":"river","values":{"氨氮":1,"NH3-N":2}}       | values.NH3-N    | “NH3-N”与“氨氮”是同一个项目
            surface-water  | {"waterType":"river","values":{"氨氮":1,"氨氮":2}}         | values.氨氮      | 出现了两次
            surface-water  | {"waterType":"river","values":{"pH":77}}                 | values.pH       | 应在0到14之间
            surface-water  | {"waterType":"river","values":{"氨氮":1e999999999}}        | values.氨氮      | 不是监测值
            surface-water  | {"waterType":"river","values":{}}                        | values          | 没有监测值
            surface-water  | {"waterType":"river"}                                    | values          | 没有监测值
            surface-water  | {"waterType":"sea","values":{"氨氮":1}}                   | waterType       | 请写 river 或 lake
            surface-water  | {"values":{"氨氮":1}}                                     | waterType       | 请填写
            surface-water  | {"waterType":"river","day":"1999-01-01","values":{"氨氮":1}} | day          | GB 3838-2002 在 1999-01-01 没有施行
            surface-water  | {"waterType":"river","oxygenSaturation":900,"values":{"氨氮":1}} | oxygenSaturation | 饱和率
            groundwater    | {"values":{"DO":1}}                                      | values.DO       | 不是 GB/T 14848-2017 里的项目
            drinking-water | {"disinfection":["sun"],"values":{"pH":7}}               | disinfection    | 请写 chlorine
            black-odorous  | {"values":{"DO":"ND"}}                                   | values.DO       | 不能用于分级
            """)
    void saysWhatIsWrongWithEachValue(String water, String body, String field, String words) throws Exception {
        HttpResponse<String> answer = post(water, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode errors = Stage.json().readTree(answer.body()).get("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo(field);
        assertThat(errors.get(0).get("message").asString()).contains(words);
    }

    @Test
    void saysAllFaultsAtOnceInTheReadersLanguage() throws Exception {
        HttpResponse<String> answer = send(request(OPEN + "surface-water?lang=en")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"waterType\":\"sea\",\"values\":{\"w99999\":1,\"氨氮\":-1}}")));
        assertThat(texts(Stage.json().readTree(answer.body()).get("errors"), "message"))
                .containsExactly("Write river or lake");
        HttpResponse<String> values = send(request(OPEN + "surface-water")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("{\"waterType\":\"river\",\"values\":{\"w99999\":1,\"氨氮\":-1}}")));
        assertThat(texts(Stage.json().readTree(values.body()).get("errors"), "message"))
                .containsExactly("\"w99999\" is no item of GB 3838-2002", "\"-1\" is negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"values\":[1]}", "{\"values\":{\"a\":{}}}", "{"})
    void refusesWhatIsNoSample(String body) throws Exception {
        HttpResponse<String> answer = post("surface-water", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void readsNoMoreThanASampleCanFill() throws Exception {
        String large = "{\"waterType\":\"river\",\"values\":{\"氨氮\":\"" + "1".repeat(70_000) + "\"}}";
        assertThat(post("surface-water", large).statusCode()).isEqualTo(413);
        byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> withoutLength = send(request(OPEN + "surface-water")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
        assertThat(withoutLength.statusCode()).isEqualTo(413);
    }

    @Test
    void takesTurns() throws Exception {
        int status = 200;
        for (int i = 0; i < 260 && status == 200; i++) {
            HttpResponse<String> answer = send(request(OPEN + "surface-water")
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "203.0.113.77")
                    .POST(BodyPublishers.ofString("{\"waterType\":\"river\",\"values\":{\"氨氮\":1}}")));
            status = answer.statusCode();
            if (status == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("judge.too-often", "每分钟最多120次");
            }
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void tellsWhatMayBeHandedIn() throws Exception {
        JsonNode table = Stage.json().readTree(page(OPEN + "surface-water?waterType=lake"));
        assertThat(table.get("items")).hasSize(24);
        assertThat(table.get("items").get(6).get("also").toString()).contains("NH3-N");
        assertThat(send(request(OPEN + "sea-water")).statusCode()).isEqualTo(404);
    }

    @Test
    void letsPagesOfOtherSitesAsk() throws Exception {
        HttpResponse<String> asked = send(request(OPEN + "surface-water")
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    // ---- people

    @ParameterizedTest
    @ValueSource(strings = {"surface-water", "groundwater", "drinking-water", "black-odorous"})
    void judgesItsOwnExampleInBothLanguages(String water) throws Exception {
        for (String language : List.of("zh", "en")) {
            String filled = page("/judge/" + water + "?example&lang=" + language);
            String table = filled.substring(filled.indexOf("<textarea"), filled.indexOf("</textarea>"))
                    .replaceFirst("(?s)^<textarea[^>]*>", "");
            assertThat(table).contains("\t");
            HttpResponse<String> result = submit(
                    "/judge/" + water + "?lang=" + language,
                    "table",
                    table,
                    "waterType",
                    "river",
                    "point",
                    "network-end",
                    "supply",
                    "central",
                    "disinfection",
                    "chlorine");
            assertThat(result.statusCode()).as(result.body()).isEqualTo(200);
            assertThat(result.body()).contains("id=\"result\"", "class class-").doesNotContain("notice-bad", "??");
        }
    }

    @Test
    void showsClassesLevelsAndMainPollutantsOfAPastedTable() throws Exception {
        String table = "断面\tpH\t溶解氧\t高锰酸盐指数\t氨氮\n同江\t7.66\t6.03\t13.3\t1.77\n白山\t7.5\t9.1\t1.8\t0.11\n";
        String result = submit("/judge/surface-water", "table", table, "waterType", "river")
                .body();
        assertThat(result)
                .contains("2个样品的结果", "同江", ">Ⅴ</span>", "中度污染", "高锰酸盐指数(1.22)、氨氮(0.77)", ">Ⅰ</span>", "优", "17项")
                .contains("≤2.0", "GB 3838-2002 表1第7项", "单因子评价法")
                .doesNotContain("table 1");
        assertThat(submit("/judge/surface-water?lang=en", "table", table, "waterType", "river")
                        .body())
                .contains("GB 3838-2002 table 1 item 7");
        assertThat(submit("/judge/surface-water", "table", "断面\t总氮\t氨氮\n同江\t3\t0.1", "waterType", "river")
                        .body())
                .contains("河流不评价");
        HttpResponse<String> csv = submit("/judge/surface-water/result.csv", "table", table, "waterType", "river");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body())
                .contains("2,同江,Ⅴ,中度污染,高锰酸盐指数(1.22)、氨氮(0.77),")
                .contains("项目,测得,单位,比较值,限值,单项结果,超标倍数,依据", ",氨氮,1.77,mg/L,1.77,≤2.0,Ⅴ,0.77,GB 3838-2002 表1第7项");
    }

    @Test
    void namesBadCellsAndKeepsWhatWasPasted() throws Exception {
        String table = "断面\tpH\t氨氮\t电导率\n同江\t7.66\t-1\t300\n<b>白山</b>\t7.5\t0.11\t300\n";
        String result = submit("/judge/surface-water", "table", table, "waterType", "river")
                .body();
        assertThat(result)
                .contains("2个单元格不能用", "D1（电导率）：“电导率”不是 GB 3838-2002 里的项目", "C2（氨氮）：“-1”为负数", "未判定")
                .contains("&lt;b&gt;白山&lt;/b&gt;")
                .doesNotContain("<b>白山</b>");
        String empty = submit("/judge/surface-water?lang=en", "table", " ", "waterType", "sea", "day", "x")
                .body();
        assertThat(empty).contains("href=\"#table\"", "href=\"#waterType\"", "href=\"#day\"", "Paste a table");
        String alien = submit("/judge/groundwater", "table", "a\tb\n1\t2").body();
        assertThat(alien).contains("表头里没有 GB/T 14848-2017 的项目", "a\tb\n1\t2");
    }

    @Test
    void leadsToTheFirstPageAndKnowsNoOtherWater() throws Exception {
        assertThat(send(request("/judge")).headers().firstValue("Location").orElseThrow())
                .endsWith("/judge/surface-water");
        assertThat(send(request("/judge/sea-water")).statusCode()).isEqualTo(404);
        assertThat(page("/judge/surface-water")).contains("data-label=\"单位\">℃<", "data-label=\"单位\">个/L<");
        assertThat(page("/judge/drinking-water")).contains("管网末梢", "97个项目", "/open/v1/judge/drinking-water");
    }
}
