package cn.bishui.standards.groundwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Bound;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundwaterTests {

    private static final Groundwater WATER = Groundwater.on(LocalDate.of(2026, 11, 23));

    @Test
    void agreesWithTheExampleOfTheStandard() {
        // GB/T 14848-2017 6: chloride 400 mg/L and tetrachloroethylene 350 µg/L are of class V, the others better
        GroundwaterAssessment well = WATER.assess(values("氯化物=400 四氯乙烯=350 硫酸盐=120 pH=7.1"));
        assertThat(well.groundwaterClass()).isEqualTo(GroundwaterClass.V);
        assertThat(well.wording()).isEqualTo("Ⅴ类(氯化物、四氯乙烯)");
        assertThat(well.working())
                .contains(
                        "氯化物 400 不符合 ≤350 mg/L: Ⅴ; GB/T 14848-2017 table 1 item 9",
                        "硫酸盐 120 ≤150 mg/L: Ⅱ; GB/T 14848-2017 table 1 item 8",
                        "pH 7.1 6.5~8.5: Ⅰ; GB/T 14848-2017 table 1 item 5");
    }

    @ParameterizedTest
    @CsvSource({
        // where classes share a limit the better one counts: the example of the standard
        "挥发性酚类, 0.001, 1",
        "挥发性酚类, 0.0011, 3",
        "浑浊度, 3, 1",
        "浑浊度, 3.1, 4",
        "总硬度, 450, 3",
        "总硬度, 450.1, 4",
        "总硬度, 650.1, 5",
        "pH, 8.5, 1",
        "pH, 8.51, 4",
        "pH, 9.0, 4",
        "pH, 9.01, 5",
        "pH, 6.5, 1",
        "pH, 6.49, 4",
        "pH, 5.5, 4",
        "pH, 5.4, 5",
        "阴离子表面活性剂, 0.05L, 1",
        "阴离子表面活性剂, 0.05, 2",
        "阴离子表面活性剂, 0.3, 3",
        "阴离子表面活性剂, 0.31, 5",
        "氨氮, 0.501, 4",
        "w21003, 0.02, 1",
        "铁, 0.31, 4",
        "总大肠菌群, 3, 1",
        "总大肠菌群, 未检出, 1",
        "菌落总数, 1001, 5",
        "嗅和味, 无, 1",
        "嗅和味, 有, 5",
        "总α放射性, 0.5, 3",
        "苯并(a)芘, 0.002, 1",
        "苯并(a)芘, 0.6, 5",
    })
    void classesAValue(String item, String measured, int code) {
        assertThat(only(item, measured).groundwaterClass()).isEqualTo(GroundwaterClass.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "总α放射性, 0.6, 4, 5",
        "总β放射性, 1.1, 4, 5",
        "挥发性酚类, 0.002L, 1, 3",
        "镉, 0.0002L, 1, 2",
        "汞, ND, 1, 5",
    })
    void leavesOpenWhatAFurtherAnalysisDecides(String item, String measured, int best, int worst) {
        GroundwaterItemClass found = only(item, measured);
        assertThat(found.groundwaterClass()).isNull();
        assertThat(found.best()).isEqualTo(GroundwaterClass.of(best));
        assertThat(found.worst()).isEqualTo(GroundwaterClass.of(worst));
        GroundwaterAssessment well = WATER.assess(values("氯化物=10 " + item + "=" + measured));
        assertThat(well.groundwaterClass()).isEqualTo(GroundwaterClass.I);
        assertThat(well.worstPossible()).isEqualTo(GroundwaterClass.of(worst));
        assertThat(well.undecided()).hasSize(1);
    }

    @Test
    void holdsItemsAgainstAClass() {
        assertThat(WATER.comply(values("铁=0.5 锰=0.1 总α放射性=0.6"), GroundwaterClass.III))
                .extracting(ItemJudgement::verdict)
                .containsExactly(Verdict.EXCEEDS, Verdict.MEETS, Verdict.EXCEEDS);
        assertThat(WATER.comply(values("铁=0.5"), GroundwaterClass.III)
                        .getFirst()
                        .multiple())
                .isEqualTo(new BigDecimal("0.67"));
        assertThatThrownBy(() -> WATER.comply(values("铁=0.5"), GroundwaterClass.V))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsNinetyThreeItemsOfWhichThirtyNineAreRegular() {
        assertThat(WATER.items()).hasSize(93);
        assertThat(WATER.items()).filteredOn(GroundwaterItem::isRegular).hasSize(39);
        GroundwaterAssessment nothing = WATER.assess(values("电导率=1"));
        assertThat(nothing.missing()).hasSize(39);
        assertThat(nothing.unknown()).containsExactly("电导率");
        assertThat(nothing.groundwaterClass()).isNull();
        assertThat(nothing.wording()).isEqualTo("未评价");
        assertThat(nothing.worstPossible()).isNull();
        assertThatThrownBy(() -> Groundwater.on(LocalDate.of(2018, 4, 30)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WATER.assess(values("铁=-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aHigherValueNeverHasABetterClass(
            @ForAll("limited") GroundwaterItem item,
            @ForAll("numbers") BigDecimal one,
            @ForAll("numbers") BigDecimal other) {
        assertThat(classOf(item, one.min(other)).isWorseThan(classOf(item, one.max(other))))
                .isFalse();
    }

    @Property
    void theLimitItselfMeetsItsClass(
            @ForAll("limited") GroundwaterItem item, @ForAll("classes") GroundwaterClass target) {
        Bound bound = item.limit(target);
        Assume.that(bound instanceof Bound.Max);
        assertThat(classOf(item, ((Bound.Max) bound).limit()).isWorseThan(target))
                .isFalse();
    }

    private static GroundwaterClass classOf(GroundwaterItem item, BigDecimal number) {
        return WATER.assess(Map.of(item.item().zh(), Measured.value(number)))
                .items()
                .getFirst()
                .worst();
    }

    @Provide
    Arbitrary<GroundwaterItem> limited() {
        return Arbitraries.of(WATER.items().stream()
                .filter(each -> each.scale().bounds().get(1) instanceof Bound.Max)
                .toList());
    }

    @Provide
    Arbitrary<GroundwaterClass> classes() {
        return Arbitraries.of(GroundwaterClass.I, GroundwaterClass.II, GroundwaterClass.III, GroundwaterClass.IV);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.ONE)
                        .ofScale(4),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("5000"))
                        .ofScale(1));
    }

    private static GroundwaterItemClass only(String item, String measured) {
        return WATER.assess(Map.of(item, Measured.parse(measured))).items().getFirst();
    }

    private static Map<String, Measured> values(String text) {
        Map<String, Measured> values = new LinkedHashMap<>();
        for (String each : text.split(" ", -1)) {
            String[] parts = each.split("=", -1);
            values.put(parts[0], Measured.parse(parts[1]));
        }
        return values;
    }
}
