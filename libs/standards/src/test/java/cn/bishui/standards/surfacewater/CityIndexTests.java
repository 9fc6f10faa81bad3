package cn.bishui.standards.surfacewater;

import static cn.bishui.standards.surfacewater.SectionTests.measured;
import static cn.bishui.standards.surfacewater.SectionTests.river;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.surfacewater.CityIndex.Change;
import cn.bishui.standards.surfacewater.CityIndex.Ranked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CityIndexTests {

    private final SurfaceWater water = SurfaceWater.on(LocalDate.of(2026, 11, 23));

    @Test
    void sumsTheIndexesOfTheItems() {
        // as a public implementation does: pH above and below 7, oxygen upside down, the others over class III
        WaterIndex index = WaterIndex.of(water, List.of(river("a", "pH=8 DO=8 CODMn=3 NH3-N=0.25 TP=0.1")));
        assertThat(index.items())
                .extracting(each -> each.value().stripTrailingZeros().toPlainString())
                .containsExactly("0.5", "0.625", "0.5", "0.25", "0.5");
        assertThat(index.value()).isEqualTo(new BigDecimal("2.3750"));
        assertThat(index.missing()).hasSize(16);
        assertThat(WaterIndex.of(water, List.of(river("a", "pH=6.4"))).value()).isEqualTo(new BigDecimal("0.6000"));
        assertThat(WaterIndex.of(water, List.of(Sample.lake("a", measured("TP=0.1"))))
                        .value())
                .isEqualTo(new BigDecimal("2.0000"));
        assertThat(WaterIndex.of(water, List.of(river("a", "石油类=0.01L"))).value())
                .isEqualTo(new BigDecimal("0.1000"));
    }

    @Test
    void leavesOutWhatIsNotEvaluated() {
        WaterIndex index = WaterIndex.of(water, List.of(Sample.lake("a", measured("TN=9 水温=20 粪大肠菌群=9000 TP=0.05"))));
        assertThat(index.items()).hasSize(1);
        assertThat(index.value()).isEqualTo(new BigDecimal("1.0000"));
    }

    @Test
    void weighsRiversAndLakesByTheirSections() {
        CityIndex city = CityIndex.of(
                water,
                "x",
                List.of(
                        river("a", "NH3-N=0.4"),
                        river("b", "NH3-N=0.6"),
                        river("dry", ""),
                        Sample.lake("c", measured("TP=0.1"))));
        assertThat(city.rivers().value()).isEqualTo(new BigDecimal("0.5000"));
        assertThat(city.rivers().sections()).isEqualTo(2);
        // (0.5 x 2 + 2 x 1) / 3
        assertThat(city.value()).isEqualTo(new BigDecimal("1.0000"));
        CityIndex lakes = CityIndex.of(water, "y", List.of(Sample.lake("c", measured("TP=0.1"))));
        assertThat(lakes.rivers()).isNull();
        assertThat(lakes.value()).isEqualTo(new BigDecimal("2.0000"));
    }

    @Test
    void refusesACityWithoutValues() {
        assertThatThrownBy(() -> CityIndex.of(water, "x", List.of(river("dry", ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CityIndex.of(water, "x", List.of(river("a", "DO=0"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CityIndex.of(water, "x", List.of(river("a", "NH3-N=ND"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranksTheCitiesOfJilinAsPublished() {
        // sthjt.jl.gov.cn t20200728_2172924: 2020年1-6月城市地表水环境质量排名
        String[] published = {
            "白山市 3.0229", "通化市 3.4643", "长白山 3.8408", "吉林市 4.2664", "延边州 4.4195", "松原市 4.6321",
            "公主岭市 4.8718", "长春市 5.4231", "白城市 5.8976", "梅河口市 6.5198", "四平市 6.8367", "辽源市 7.1454",
        };
        List<CityIndex> cities = new ArrayList<>();
        for (String each : published) {
            String[] parts = each.split(" ", -1);
            cities.add(new CityIndex(parts[0], null, null, new BigDecimal(parts[1]), List.of()));
        }
        Collections.shuffle(cities, new Random(1));
        List<Ranked> ranked = CityIndex.rank(cities);
        assertThat(ranked).extracting(each -> each.city() + " " + each.value()).containsExactly(published);
        assertThat(ranked).extracting(Ranked::rank).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void equalCitiesShareAPlace() {
        List<CityIndex> cities = new ArrayList<>();
        for (String each : List.of("a 2.0", "b 1.0", "c 2.00", "d 3.0")) {
            String[] parts = each.split(" ", -1);
            cities.add(new CityIndex(parts[0], null, null, new BigDecimal(parts[1]), List.of()));
        }
        assertThat(CityIndex.rank(cities))
                .extracting(each -> each.rank() + each.city())
                .containsExactly("1b", "2a", "2c", "4d");
    }

    @Test
    void ranksChangesWithoutTheCitiesThatAreGoodAlready() {
        Change better = change("a", "14.6306", "7.1454", false);
        assertThat(better.percent()).isEqualTo(new BigDecimal("-51.16"));
        Change worse = change("b", "3.0", "3.3", false);
        Change exempt = change("c", "2.0", "1.0", true);
        assertThat(CityIndex.rankChanges(List.of(worse, exempt, better)))
                .extracting(each -> each.rank() + each.city() + each.value())
                .containsExactly("1a-51.16", "2b10.00");
        assertThatThrownBy(() -> change("x", "0", "1", false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCityIsExemptIfAllItsSectionsAreInClassTwoOrBetter() {
        SectionAssessment good = water.assess(river("a", "NH3-N=0.5"));
        SectionAssessment fair = water.assess(river("b", "NH3-N=0.6"));
        SectionAssessment none = water.assess(river("c", ""));
        assertThat(against(List.of(good), List.of(good, good))).isEmpty();
        assertThat(against(List.of(fair), List.of(good))).containsExactly("b: 符合Ⅲ类");
        assertThat(against(List.of(good), List.of(good, fair))).containsExactly("b: 符合Ⅲ类");
        assertThat(against(List.of(good), List.of(none))).containsExactly("c: 未评价");
        assertThat(against(List.of(), List.of(good))).containsExactly("没有断面");
        Compliance missed = water.comply(river("a", "NH3-N=0.5"), WaterClass.I);
        CityIndex.Exemption exemption = CityIndex.exemption(water, List.of(good), List.of(good), List.of(missed));
        assertThat(exemption.isExempt()).isFalse();
        assertThat(exemption.against()).containsExactly("a: 超标");
        assertThat(exemption.rule().id()).isEqualTo("index.change.exempt");
    }

    private List<String> against(List<SectionAssessment> before, List<SectionAssessment> now) {
        return CityIndex.exemption(water, before, now, List.of()).against();
    }

    private static Change change(String city, String before, String now, boolean exempt) {
        return CityIndex.change(city, new BigDecimal(before), new BigDecimal(now), exempt);
    }
}
