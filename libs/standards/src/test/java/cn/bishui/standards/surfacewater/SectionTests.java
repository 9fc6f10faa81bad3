package cn.bishui.standards.surfacewater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Csv;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.surfacewater.ItemClass.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SectionTests {

    private final SurfaceWater water = SurfaceWater.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # gov.cn/ztzl/zfjcrz/content_502095.htm: 全国主要流域重点断面 2007 年第 2 周
        肇源     | pH=6.97 DO=5.85 CODMn=6.3 NH3-N=0.32  | 4 | 高锰酸盐指数
        同江     | pH=7.66 DO=6.03 CODMn=13.3 NH3-N=1.77 | 5 | 高锰酸盐指数 氨氮
        松花江村 | pH=6.59 DO=7.1 CODMn=3.9 NH3-N=0.57   | 3 |
        白沙滩   | pH=7.6 DO=9.03 CODMn=5.7 NH3-N=0.75   | 3 |
        黑河     | pH=6.53 DO=9.65 CODMn=3.9 NH3-N=0.26  | 2 |
        黑山头   | pH=7.25 DO=.03 CODMn=4.5 NH3-N=0.63   | 6 | 溶解氧
        # swhqglq.gov.cn post_434417: 广东省 2016 年 4 月, 西湖村: 氨氮/1.3、总磷/0.6、化学需氧量/0.2, the values they come of
        西湖村   | NH3-N=2.3 TP=0.32 COD=24              | 6 | 氨氮 总磷(以P计) 化学需氧量
        """)
    void agreesWithPublishedClasses(String section, String values, int code, String pollutants) {
        SectionAssessment assessment = water.assess(river(section, values));
        assertThat(assessment.waterClass()).isEqualTo(WaterClass.of(code));
        assertThat(assessment.mainPollutants())
                .extracting(each -> each.item().zh())
                .containsExactly(pollutants == null ? new String[0] : pollutants.split(" ", -1));
        assertThat(assessment.unknown()).isEmpty();
    }

    @Test
    void agreesWithPublishedMultiples() {
        Compliance compliance = water.comply(river("西湖村", "NH3-N=2.3 TP=0.32 COD=24"), WaterClass.III);
        assertThat(compliance.verdict()).isEqualTo(Verdict.EXCEEDS);
        assertThat(compliance.exceeded())
                .extracting(ItemJudgement::multiple)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.2"), new BigDecimal("1.3"), new BigDecimal("0.6"));
    }

    @ParameterizedTest
    @CsvSource({
        // from the tests of a public implementation and the table itself
        "RIVER, 总磷, 0.02, 1",
        "RIVER, 总磷, 0.1, 2",
        "RIVER, 总磷, 0.2, 3",
        "RIVER, 总磷, 0.3, 4",
        "RIVER, 总磷, 0.4, 5",
        "RIVER, 总磷, 0.5, 6",
        "LAKE, 总磷, 0.01, 1",
        "LAKE, 总磷, 0.02, 2",
        "LAKE, 总磷, 0.1, 4",
        "LAKE, 总磷, 0.2, 5",
        "LAKE, 总氮, 1.01, 4",
        "RIVER, 溶解氧, 7.5, 1",
        "RIVER, 溶解氧, 7.4, 2",
        "RIVER, 溶解氧, 2, 5",
        "RIVER, 溶解氧, 1.9, 6",
        "RIVER, 溶解氧, >20, 1",
        "RIVER, w01019, 20, 6",
        "RIVER, 汞, 0.00005, 1",
        "RIVER, w20111, 0.00006, 3",
        "RIVER, 铜, 0.011, 2",
        "RIVER, 铜, 1.001, 6",
        "RIVER, 化学需氧量, 15, 1",
        "RIVER, 粪大肠菌群, >40000, 6",
        // rounded half to even to the decimals of the item
        "RIVER, 氨氮, 0.505, 2",
        "RIVER, 氨氮, 0.515, 3",
        "RIVER, 溶解氧, 4.95, 3",
        "RIVER, 溶解氧, 4.85, 4",
        "RIVER, 高锰酸盐指数, 4.05, 2",
        "RIVER, 高锰酸盐指数, 4.06, 3",
        "RIVER, pH, 9.4, 1",
        "RIVER, pH, 9.6, 6",
        "RIVER, pH, 5.4, 6",
        // below detection: half of it, if the whole of it would have the same class
        "RIVER, 氨氮, 0.025L, 1",
        "RIVER, 石油类, 0.01L, 1",
        "RIVER, 氨氮, 0.4L, 2",
        "RIVER, 溶解氧, 0.1L, 6",
    })
    void classesAValue(WaterType type, String item, String measured, int code) {
        assertThat(water.classify(type, item, Measured.parse(measured)).waterClass())
                .isEqualTo(WaterClass.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "挥发酚, 0.003L, 1, 3",
        "汞, 0.00008L, 1, 3",
        "氨氮, 0.2L, 1, 2",
        "氨氮, ND, 1, 6",
        "粪大肠菌群, >24000, 5, 6",
        "溶解氧, 8L, 1, 6",
    })
    void cannotJudgeBehindADetectionLimitAboveTheLimit(String item, String measured, int best, int worst) {
        ItemClass found = water.classify(WaterType.RIVER, item, Measured.parse(measured));
        assertThat(found.waterClass()).isNull();
        assertThat(found.best()).isEqualTo(WaterClass.of(best));
        assertThat(found.worst()).isEqualTo(WaterClass.of(worst));
        assertThat(found.multiple()).isNull();
        assertThat(found.working()).contains("~");
    }

    @Test
    void leavesOutWhatCannotBeJudgedAndSaysSo() {
        SectionAssessment assessment = water.assess(river("x", "NH3-N=0.3 挥发酚=0.003L"));
        assertThat(assessment.waterClass()).isEqualTo(WaterClass.II);
        assertThat(assessment.worstPossible()).isEqualTo(WaterClass.III);
        assertThat(assessment.undecided())
                .extracting(each -> each.item().item().zh())
                .containsExactly("挥发酚");
        Compliance compliance = water.comply(river("x", "NH3-N=0.3 挥发酚=0.003L"), WaterClass.II);
        assertThat(compliance.verdict()).isEqualTo(Verdict.CANNOT_BE_JUDGED);
        assertThat(water.comply(river("x", "NH3-N=0.3 挥发酚=0.003L"), WaterClass.III)
                        .verdict())
                .isEqualTo(Verdict.MEETS);
    }

    @Test
    void evaluatesTwentyOneItemsWhateverTheWater() {
        for (WaterType type : WaterType.values()) {
            assertThat(water.items(type)).hasSize(24);
            assertThat(water.items(type)).filteredOn(SurfaceItem::evaluated).hasSize(21);
        }
        SectionAssessment nothing = water.assess(river("x", ""));
        assertThat(nothing.waterClass()).isNull();
        assertThat(nothing.level()).isNull();
        assertThat(nothing.worstPossible()).isNull();
        assertThat(nothing.wording()).isEqualTo("未评价");
        assertThat(nothing.missing()).hasSize(21);
        assertThat(water.comply(river("x", ""), WaterClass.III).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void nitrogenColiformsAndTemperatureMakeNoClass() {
        String values = "TN=9 粪大肠菌群=100000 水温=-0.1 NH3-N=0.1 电导率=300";
        SectionAssessment lake = water.assess(Sample.lake("x", measured(values)));
        assertThat(lake.waterClass()).isEqualTo(WaterClass.I);
        assertThat(lake.items())
                .extracting(ItemClass::standing)
                .containsExactly(Standing.WITHOUT_LIMIT, Standing.EVALUATED, Standing.REFERENCE, Standing.REFERENCE);
        assertThat(lake.items().get(2).waterClass()).isEqualTo(WaterClass.WORSE_THAN_V);
        assertThat(lake.unknown()).containsExactly("电导率");
        SectionAssessment river = water.assess(river("x", values));
        assertThat(river.items().get(2).standing()).isEqualTo(Standing.WITHOUT_LIMIT);
        assertThat(river.items().get(2).waterClass()).isNull();
        assertThat(water.assess(river("x", "TN=9")).waterClass()).isNull();
    }

    @Test
    void saturatedOxygenIsOfTheFirstClass() {
        Sample warm = new Sample("x", WaterType.RIVER, measured("DO=7.2"), new BigDecimal("92.0"));
        SectionAssessment assessment = water.assess(warm);
        assertThat(assessment.waterClass()).isEqualTo(WaterClass.I);
        assertThat(assessment.working().getFirst()).contains("饱和率 92.0% ≥ 90%");
        assertThat(water.comply(warm, WaterClass.I).verdict()).isEqualTo(Verdict.MEETS);
        Sample less = new Sample("x", WaterType.RIVER, measured("DO=7.2"), new BigDecimal("89.9"));
        assertThat(water.assess(less).waterClass()).isEqualTo(WaterClass.II);
        assertThat(water.comply(less, WaterClass.I).verdict()).isEqualTo(Verdict.EXCEEDS);
    }

    @ParameterizedTest
    @CsvSource({"0, 14.81", "20, 9.07", "25, 8.27"})
    void knowsHowMuchOxygenWaterHolds(BigDecimal celsius, BigDecimal saturated) {
        assertThat(Oxygen.saturatedAt(celsius)).isEqualTo(saturated);
        assertThat(Oxygen.saturation(saturated, celsius)).isEqualByComparingTo("100.0");
        assertThatThrownBy(() -> Oxygen.saturatedAt(new BigDecimal("60"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThreeMainPollutantsTheWorstClassFirst() {
        SectionAssessment assessment = water.assess(river("x", "COD=38 BOD5=9 NH3-N=2.6 TP=0.31 氟化物=1.2 DO=1.0"));
        assertThat(assessment.mainPollutants())
                .extracting(MainPollutant::text)
                .containsExactly("氨氮(1.60)", "溶解氧", "五日生化需氧量(1.25)");
        assertThat(assessment.level()).isEqualTo(Level.HEAVILY_POLLUTED);
        assertThat(assessment.wording()).isEqualTo("劣于Ⅴ类");
        assertThat(assessment.decisive())
                .extracting(each -> each.item().item().zh())
                .containsExactly("溶解氧", "氨氮");
    }

    @Test
    void namesCyanideAndHeavyMetalsFirst() {
        SectionAssessment assessment = water.assess(river("x", "NH3-N=5 COD=60 BOD5=30 TP=1 铅=0.06 氰化物=0.21"));
        assertThat(assessment.mainPollutants())
                .extracting(each -> each.item().zh())
                .containsExactly("氰化物", "铅", "五日生化需氧量");
        assertThat(water.assess(river("x", "NH3-N=1.0 铅=0.05")).mainPollutants())
                .isEmpty();
    }

    @Test
    void explainsEveryItem() {
        SectionAssessment assessment = water.assess(river("同江", "pH=7.66 DO=6.03 CODMn=13.3 NH3-N=1.774"));
        assertThat(assessment.working())
                .containsExactly(
                        "pH值 7.66 → 8 6~9: Ⅰ; 参评; GB 3838-2002 table 1 item 2",
                        "溶解氧 6.03 → 6.0 ≥6 mg/L: Ⅱ; 参评; GB 3838-2002 table 1 item 3",
                        "高锰酸盐指数 13.3 ≤15 mg/L: Ⅴ; 参评; 超Ⅲ类 1.22 倍; GB 3838-2002 table 1 item 4",
                        "氨氮 1.774 → 1.77 ≤2.0 mg/L: Ⅴ; 参评; 超Ⅲ类 0.77 倍; GB 3838-2002 table 1 item 7");
        assertThat(assessment.wording()).isEqualTo("符合Ⅴ类");
        assertThat(assessment.rules()).extracting(Rule::id).contains("surface.class", "surface.items");
    }

    @Test
    void takesEveryNameOfAnItemButEachOnce() {
        Map<String, Measured> twice = new LinkedHashMap<>();
        twice.put("氨氮", Measured.value("1"));
        twice.put("NH₃-N", Measured.value("1"));
        assertThatThrownBy(() -> water.assess(Sample.river("x", twice))).isInstanceOf(IllegalArgumentException.class);
        assertThat(water.item(WaterType.RIVER, "铬（六价）")).isPresent();
        assertThat(water.item(WaterType.RIVER, "总氮(以N计)")).isPresent();
        assertThatThrownBy(() -> water.classify(WaterType.RIVER, "电导率", Measured.value("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> water.assess(river("x", "NH3-N=-0.1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> water.comply(river("x", "NH3-N=1"), WaterClass.WORSE_THAN_V))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SurfaceWater.on(LocalDate.of(2002, 5, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WaterClass.of(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, MEETS", "1.1, EXCEEDS", "-2, MEETS", "-2.1, EXCEEDS", "0, MEETS"})
    void limitsHowPeopleWarmAndCoolTheWater(BigDecimal change, Verdict verdict) {
        assertThat(water.judgeTemperatureChange(change).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(WaterClass.class)
    void aClassHasALevel(WaterClass waterClass) {
        Level[] levels = {
            Level.EXCELLENT,
            Level.EXCELLENT,
            Level.GOOD,
            Level.LIGHTLY_POLLUTED,
            Level.MODERATELY_POLLUTED,
            Level.HEAVILY_POLLUTED
        };
        assertThat(waterClass.level()).isEqualTo(levels[waterClass.code() - 1]);
    }

    @Test
    void limitsNeverGetStricterFromClassToClass() {
        for (Csv.Row row : Csv.resource("gb3838-2002-table1.csv")) {
            List<BigDecimal> limits = Arrays.stream(new int[] {1, 2, 3, 4, 5})
                    .mapToObj(code -> row.number("class_" + code))
                    .filter(BigDecimal.class::isInstance)
                    .toList();
            for (int i = 1; i < limits.size(); i++) {
                int step = limits.get(i).compareTo(limits.get(i - 1));
                assertThat(row.text("direction").equals("min") ? -step : step)
                        .as(row.text("zh"))
                        .isNotNegative();
            }
        }
    }

    static Sample river(String section, String values) {
        return Sample.river(section, measured(values));
    }

    static Map<String, Measured> measured(String text) {
        Map<String, Measured> values = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String each : text.trim().split(" +", -1)) {
                String[] parts = each.split("=", -1);
                values.put(parts[0], Measured.parse(parts[1]));
            }
        }
        return values;
    }
}
