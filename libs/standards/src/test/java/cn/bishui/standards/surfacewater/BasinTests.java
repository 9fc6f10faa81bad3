package cn.bishui.standards.surfacewater;

import static cn.bishui.standards.surfacewater.SectionTests.measured;
import static cn.bishui.standards.surfacewater.SectionTests.river;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.BasinAssessment.Method;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasinTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final SurfaceWater water = SurfaceWater.on(DAY);
    private final Basins basins = new Basins(water);

    @ParameterizedTest
    @CsvSource({
        // the bulletin of 2011: name, sections, I to III, worse than V, the printed shares, the level
        "长江干流, 32, 31, 0, 96.9, 0.0, EXCELLENT",
        "长江水系, 94, 76, 5, 80.9, 5.3, GOOD",
        "长江支流, 62, 45, 5, 72.6, 8.1, LIGHTLY_POLLUTED",
        "长江省界, 19, 15, 1, 78.9, 5.3, GOOD",
        // 江苏省水质自动监测周报 2015 年第 7 周; 全国 2007 年第 2 周 (83 of 84 sections, one was dry); the levels by the method
        "江苏, 42, 28, 8, 66.7, 19.0, LIGHTLY_POLLUTED",
        "全国, 83, 49, 19, 59.0, 22.9, MODERATELY_POLLUTED",
        // the edges of the method
        "x, 10, 9, 1, 90.0, 10.0, EXCELLENT",
        "x, 100, 89, 0, 89.0, 0.0, GOOD",
        "x, 20, 15, 5, 75.0, 25.0, GOOD",
        "x, 100, 74, 19, 74.0, 19.0, LIGHTLY_POLLUTED",
        "x, 5, 3, 1, 60.0, 20.0, MODERATELY_POLLUTED",
        "x, 100, 0, 39, 0.0, 39.0, MODERATELY_POLLUTED",
        "x, 5, 3, 2, 60.0, 40.0, HEAVILY_POLLUTED",
        "x, 3, 0, 3, 0.0, 100.0, HEAVILY_POLLUTED",
    })
    void agreesWithPublishedLevels(
            String name, int total, int good, int worse, BigDecimal goodPercent, BigDecimal worsePercent, Level level) {
        QualityShares shares = new QualityShares(
                Map.of(WaterClass.II, good, WaterClass.IV, total - good - worse, WaterClass.WORSE_THAN_V, worse));
        assertThat(shares.total()).as(name).isEqualTo(total);
        assertThat(shares.goodPercent()).isEqualTo(goodPercent);
        assertThat(shares.worseThanVPercent()).isEqualTo(worsePercent);
        assertThat(basins.level(shares)).isEqualTo(level);
    }

    @Test
    void judgesFewSectionsByTheirMean() {
        BasinAssessment basin = basins.assess(
                "x", List.of(river("a", "NH3-N=0.4 COD=18"), river("b", "NH3-N=2.6"), river("c", "COD=24")));
        assertThat(basin.method()).isEqualTo(Method.MEAN_OF_SECTIONS);
        // ammonia (0.4 + 2.6) / 2 = 1.5, COD 21
        assertThat(basin.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(basin.level()).isEqualTo(Level.LIGHTLY_POLLUTED);
        assertThat(basin.mainPollutants())
                .extracting(each -> each.item().item().zh())
                .containsExactly("氨氮", "化学需氧量");
        assertThat(basin.working()).isEqualTo("断面浓度均值法: 3 个断面, 均值符合Ⅳ类: 轻度污染");
    }

    @Test
    void judgesFiveSectionsByTheSharesOfTheirClasses() {
        List<Sample> samples = new ArrayList<>(List.of(
                river("a", "NH3-N=0.4"),
                river("b", "NH3-N=0.9"),
                river("c", "NH3-N=3 TP=0.25"),
                river("d", "TP=0.29 COD=21"),
                river("ice", "")));
        assertThat(basins.assess("x", samples).method()).isEqualTo(Method.MEAN_OF_SECTIONS);
        samples.add(river("e", "DO=4 COD=19"));
        BasinAssessment basin = basins.assess("x", samples);
        assertThat(basin.method()).isEqualTo(Method.SHARE_OF_CLASSES);
        assertThat(basin.waterClass()).isNull();
        assertThat(basin.ofMean()).isNull();
        assertThat(basin.withoutValue()).containsExactly("ice");
        assertThat(basin.shares().total()).isEqualTo(5);
        assertThat(basin.level()).isEqualTo(Level.MODERATELY_POLLUTED);
        assertThat(basin.mainPollutants())
                .extracting(each -> each.item().item().zh() + " " + each.percent())
                .containsExactly("总磷(以P计) 40.0", "氨氮 20.0", "化学需氧量 20.0");
        assertThat(basin.exceedances()).hasSize(4);
        assertThat(basin.working()).isEqualTo("断面水质类别比例法: Ⅰ~Ⅲ类 2/5 = 40.0%, 劣Ⅴ类 1/5 = 20.0%: 中度污染");
        assertThat(basins.assess("x", samples.reversed()).exceedances()).isEqualTo(basin.exceedances());
    }

    @Test
    void namesNoMainPollutantsOfAGoodBasin() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            samples.add(river("s" + i, "NH3-N=0.4"));
        }
        samples.add(river("s9", "NH3-N=1.2"));
        BasinAssessment basin = basins.assess("x", samples);
        assertThat(basin.level()).isEqualTo(Level.EXCELLENT);
        assertThat(basin.exceedances()).hasSize(1);
        assertThat(basin.mainPollutants()).isEmpty();
    }

    @Test
    void judgesALakeByTheMeanOfItsPoints() {
        List<Sample> points = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            points.add(Sample.lake("p" + i, measured(i == 0 ? "TP=0.3" : "TP=0.02")));
        }
        BasinAssessment lake = basins.assessLake("湖", points);
        // (0.3 + 5 x 0.02) / 6 = 0.067
        assertThat(lake.waterClass()).isEqualTo(WaterClass.IV);
        assertThat(lake.method()).isEqualTo(Method.MEAN_OF_SECTIONS);
    }

    @Test
    void hasNoLevelWithoutAValue() {
        BasinAssessment basin = basins.assess("x", List.of(river("a", ""), river("b", "水温=3")));
        assertThat(basin.level()).isNull();
        assertThat(basin.withoutValue()).containsExactly("a", "b");
        assertThat(basin.working()).contains("未评价");
        assertThat(basin.shares().goodPercent()).isEqualTo(new BigDecimal("0.0"));
        assertThatThrownBy(() -> basins.level(new QualityShares(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> water.mean("x", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> water.mean("x", List.of(river("a", "TP=1"), Sample.lake("b", measured("TP=1")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void followsTheRulesOfADistrict() throws IOException {
        Rules rules = Rules.standard().with(new StringReader("""
            id,value,unit,valid_from,valid_to,zh,en,source,status,doubt
            basin.sections,2,sections,2026-01-01,,,,x,ours,x
            """));
        assertThat(new Basins(SurfaceWater.on(DAY, rules))
                        .assess("x", List.of(river("a", "TP=1"), river("b", "TP=1")))
                        .method())
                .isEqualTo(Method.SHARE_OF_CLASSES);
    }
}
