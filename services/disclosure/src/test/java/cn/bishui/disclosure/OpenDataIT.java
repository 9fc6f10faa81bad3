package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Open data, as programs read it. */
@BishuiIT
class OpenDataIT {

    private final FactProbe probe;
    private final Site site;
    private final Facts facts = new Facts();

    OpenDataIT(FactProbe probe, Environment environment) {
        this.probe = probe;
        this.site = new Site(environment);
    }

    @Test
    void givesEveryExceedanceOnceInPages() {
        for (int number = 1; number <= 7; number++) {
            probe.send(facts.exceedance(number, Facts.DAY.minusDays(number / 3), "60." + number, Facts.JUDGED));
        }
        await().untilAsserted(() -> assertThat(site.statuses(facts.unit))
                .isEqualTo("found ".repeat(7).strip()));

        String next = "/open/v1/exceedances?limit=3&from=2026-01-01&unit=" + Site.encoded(facts.unitName);
        List<String> values = new ArrayList<>();
        int pages = 0;
        while (next != null && pages < 10) {
            JsonNode page = site.json(next);
            page.get("items").forEach(item -> values.add(item.get("value").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(values).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void downloadsEverything() {
        probe.send(facts.exceedance(1));
        probe.send(facts.permit(1, "in-force"));
        probe.send(facts.card(1));
        probe.send(facts.anchor(9));
        await().untilAsserted(() -> {
            assertThat(site.get("/open/v1/exceedances.csv?unit=" + facts.unit).body())
                    .startsWith("\ufeffunit,unitCode,outlet,outletName,pollutant,pollutantName,day,value,limit,"
                            + "unitOfMeasure,multiple,caseStatus,")
                    .contains(facts.unitName + "," + facts.unit
                            + ",DW001,废水总排放口,w01018,化学需氧量,2026-11-22,115.0,50,mg/L,1.30,yellow-card,");
            assertThat(site.get("/open/v1/cards.csv").body())
                    .startsWith("\ufeffnumber,colour,unit,unitCode,shownOn,reason")
                    .contains(facts.cardNumber() + ",yellow," + facts.unitName);
            assertThat(site.get("/open/v1/units.csv").body())
                    .contains(facts.unit + "001P,key,in-force", "w01001,6,9,1,");
            assertThat(site.get("/open/v1/anchors.csv").body()).contains("enforcement,9,");
        });
    }

    @Test
    void runsNoFormulaInASpreadsheet() {
        var harmless = facts.card(1);
        probe.send(new cn.bishui.contracts.enforcement.YellowCardShown(
                harmless.clue(),
                harmless.number(),
                harmless.unit(),
                "=cmd|' /C calc'!A0",
                harmless.exceedances(),
                "@SUM(A1)",
                harmless.measure(),
                harmless.shownOn(),
                harmless.shownAt()));
        await().untilAsserted(() -> assertThat(
                        site.get("/open/v1/cards.csv?unit=" + facts.unit).body())
                .contains("'=cmd|' /C calc'!A0", "'@SUM(A1)"));
        assertThat(site.page("/cards?unit=" + facts.unit)).contains("=cmd|&#39; /C calc&#39;!A0");
    }

    @Test
    void writesNoMarkupThatWasToldAsText() {
        var harmless = facts.card(1);
        probe.send(new cn.bishui.contracts.enforcement.YellowCardShown(
                harmless.clue(),
                harmless.number(),
                harmless.unit(),
                "<script>alert(1)</script>",
                harmless.exceedances(),
                "<img src=x onerror=alert(1)>",
                harmless.measure(),
                harmless.shownOn(),
                harmless.shownAt()));
        await().untilAsserted(
                        () -> assertThat(site.page("/cards?unit=" + facts.unit)).contains("&lt;script&gt;alert(1)"));
        assertThat(site.page("/cards?unit=" + facts.unit)).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void listsUnitsWithPermitsAndLimits() {
        probe.send(facts.permit(1, "in-force"));
        await().untilAsserted(() ->
                assertThat(site.get("/open/v1/units?limit=1000").body()).contains(facts.unit));
        JsonNode unit = null;
        for (JsonNode each : site.json("/open/v1/units?limit=1000").get("items")) {
            unit = each.get("code").asString().equals(facts.unit) ? each : unit;
        }
        JsonNode outlet = unit.get("permits").get(0).get("outlets").get(0);
        assertThat(outlet.get("longitude").asDouble()).isEqualTo(126.5487);
        assertThat(outlet.get("limits").get(0).get("max").asInt()).isEqualTo(50);
        assertThat(outlet.get("limits").get(0).get("unitOfMeasure").asString()).isEqualTo("mg/L");
        JsonNode map = site.json("/open/v1/outlets.geojson");
        assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.toString()).contains("/units/" + facts.unit).doesNotContain("DW002");
        assertThat(site.get("/open/v1/outlets.geojson").headers().firstValue("Content-Type"))
                .hasValue("application/geo+json");
        assertThat(site.get("/open/v1/outlets.geojson", "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertNamed("/open/v1/exceedances?from=yesterday", "from");
        assertNamed("/open/v1/exceedances?to=2026-13-01", "to");
        assertNamed("/open/v1/exceedances?from=2026-11-24&to=2026-11-01", "to");
        assertNamed("/open/v1/exceedances?limit=0", "limit");
        assertNamed("/open/v1/exceedances?limit=many", "limit");
        assertNamed("/open/v1/exceedances?limit=1001", "limit");
        assertNamed("/open/v1/exceedances?after=x", "after");
        assertNamed("/open/v1/exceedances?unit=" + "x".repeat(101), "unit");
        assertNamed("/open/v1/exceedances.csv?from=x", "from");
        assertNamed("/open/v1/exceedances.csv?from=2026-11-24&to=2026-11-01", "to");
        assertNamed("/open/v1/cards?from=x", "from");
        assertNamed("/open/v1/cards?from=2026-11-24&to=2026-11-01", "to");
        assertNamed("/open/v1/cards?after=!", "after");
        assertNamed("/open/v1/units?limit=0", "limit");
        assertNamed("/open/v1/anchors?after=%3F", "after");
    }

    private void assertNamed(String path, String parameter) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .as(path)
                .contains("\"field\":\"" + parameter + "\"")
                .doesNotContain("rule.period", "open.after\"");
    }

    @Test
    void takesEmptyParametersForNone() {
        assertThat(site.get("/open/v1/exceedances?from=&to=&unit=&limit=&after=")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isOpenToPagesOfOtherSites() {
        for (int twice = 0; twice < 2; twice++) {
            HttpResponse<String> answer = site.get("/open/v1/cards", "Origin", "https://example.org");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }
        HttpResponse<String> asked = site.send(
                "OPTIONS",
                "/open/v1/cards",
                "Origin",
                "https://example.org",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "x-anything");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(site.get("/", "Origin", "https://example.org").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void describesItselfInOpenApi() {
        JsonNode document = site.json("/open/v1/openapi.json");
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("info").get("title").asString()).contains("碧水");
        assertThat(document.get("servers").get(0).get("url").asString()).isEqualTo("/");
        assertThat(document.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/open/v1/exceedances",
                        "/open/v1/exceedances.csv",
                        "/open/v1/cards",
                        "/open/v1/cards.csv",
                        "/open/v1/units",
                        "/open/v1/units.csv",
                        "/open/v1/outlets.geojson",
                        "/open/v1/drinking-water",
                        "/open/v1/drinking-water.csv",
                        "/open/v1/complaints/statistics",
                        "/open/v1/complaints/statistics.csv",
                        "/open/v1/anchors",
                        "/open/v1/anchors.csv");
        JsonNode list = document.at("/paths/~1open~1v1~1exceedances/get");
        List<String> parameters = new ArrayList<>();
        list.get("parameters").forEach(each -> {
            parameters.add(each.get("name").asString());
            assertThat(each.get("in").asString()).isEqualTo("query");
            assertThat(each.get("description").asString()).isNotBlank();
        });
        assertThat(parameters).containsExactlyInAnyOrder("from", "to", "unit", "pollutant", "limit", "after");
        assertThat(document.at("/components/schemas/Exceedance/properties").propertyNames())
                .contains(
                        "unit",
                        "unitCode",
                        "outlet",
                        "pollutant",
                        "pollutantName",
                        "day",
                        "value",
                        "limit",
                        "unitOfMeasure",
                        "multiple",
                        "caseStatus");
        assertThat(document.at("/components/schemas/Exceedance/properties/value/description")
                        .asString())
                .contains("unitOfMeasure");
        assertReferencesResolve(document, document);
    }

    private static void assertReferencesResolve(JsonNode document, JsonNode node) {
        if (node.has("$ref")) {
            String reference = node.get("$ref").asString();
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        node.forEach(child -> assertReferencesResolve(document, child));
    }
}
