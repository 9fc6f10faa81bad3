package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A quarter of drinking water from the fact to the page, and its correction. */
@BishuiIT
class DrinkingWaterIT {

    private static final String QUARTER = "2031-Q3";

    private final FactProbe probe;
    private final Site site;
    private final Facts facts = new Facts();

    DrinkingWaterIT(FactProbe probe, Environment environment) {
        this.probe = probe;
        this.site = new Site(environment);
    }

    @Test
    void isShownAtOnceAndItsEarlierRevisionStaysReadable() {
        probe.send(facts.drinkingWater("2031-Q2", 1, null));
        probe.send(facts.drinkingWater(QUARTER, 1, null));
        await().untilAsserted(() -> assertThat(site.page("/drinking-water"))
                .contains(
                        "饮用水安全状况",
                        QUARTER + "</span>",
                        "第1版",
                        "示例水厂出厂水",
                        "铁 0.36 mg/L",
                        "限值 ≤0.3 mg/L",
                        "2026-08-11采样",
                        "监测项目：",
                        "超标0.20倍",
                        "97.4%",
                        "区农水局",
                        "示例街道龙头水",
                        "未报送",
                        "缺 2026-09 的数据",
                        "数据不完整：示例街道检修停水")
                .doesNotContain("??", "更正说明"));

        probe.send(facts.drinkingWater(QUARTER, 2, "出厂水铁的稀释倍数有误"));
        await().untilAsserted(() -> assertThat(site.page("/drinking-water"))
                .contains("第2版", "更正说明：出厂水铁的稀释倍数有误", "历次公布", "revision=1")
                .doesNotContain("0.36"));
        assertThat(site.page("/drinking-water?quarter=" + QUARTER + "&revision=1"))
                .contains("铁 0.36 mg/L", "这是更正前的版本，以第2版为准");
        assertThat(site.page("/drinking-water?quarter=" + QUARTER + "&revision=1&lang=en"))
                .contains("Iron 0.36 mg/L", "limit ≤0.3 mg/L", "sampled 2026-08-11")
                .doesNotContain("铁 0.36");
        assertThat(site.page("/drinking-water?quarter=2031-Q2")).contains("2031-Q2</span>", "第1版");
        assertThat(site.page("/drinking-water?lang=en"))
                .contains("Safety of drinking water", "Health Bureau", "Not reported", "Correction notice")
                .doesNotContain("??");
        assertThat(site.page("/")).contains("/drinking-water");
        assertThat(site.get("/drinking-water?quarter=1999-Q1").statusCode()).isEqualTo(404);
        assertThat(site.get("/drinking-water.csv?quarter=" + QUARTER + "&revision=1")
                        .body())
                .contains(
                        QUARTER + ",1,示例水厂出厂水,出厂水,区农水局,1,2026-08-11,38,铁 0.36 mg/L（≤0.3）,97.4,超标,,GB 5749-2022",
                        "示例街道龙头水,用户水龙头,区卫生局,0,,0,,,未报送");
    }

    @Test
    void isOpenData() {
        probe.send(facts.drinkingWater("2030-Q4", 1, null));
        probe.send(facts.drinkingWater("2030-Q4", 2, "更正"));
        await().untilAsserted(() -> assertThat(
                        site.json("/open/v1/drinking-water?quarter=2030-Q4").get("items"))
                .hasSize(2));
        JsonNode page = site.json("/open/v1/drinking-water?quarter=2030-Q4&limit=1");
        assertThat(page.get("items").get(0).get("revision").asInt()).isEqualTo(2);
        JsonNode first = site.json(page.get("next").asString()).get("items").get(0);
        assertThat(first.get("revision").asInt()).isEqualTo(1);
        assertThat(first.get("points")
                        .get(1)
                        .get("exceeded")
                        .get(0)
                        .get("multiple")
                        .asDouble())
                .isEqualTo(0.2);
        assertThat(first.get("points").get(2).get("verdict").asString()).isEqualTo("not-reported");
        assertThat(site.get("/open/v1/drinking-water.csv?quarter=2030-Q4").body())
                .contains(
                        "2030-Q4,1,C-1,示例水厂出厂水,works-outlet,WATER,1,2026-08-11,38,37,1,97.4,failed,铁 0.36 mg/L（≤0.3）,,GB 5749-2022,");
        assertThat(site.get("/open/v1/drinking-water?quarter=2030").statusCode())
                .isEqualTo(400);
    }
}
