package cn.bishui.standards.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Units;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterClass;
import cn.bishui.standards.groundwater.GroundwaterItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrinkingWaterTests {

    private static final Set<Disinfection> CHLORINE = Set.of(Disinfection.CHLORINE);

    private final DrinkingWater water = DrinkingWater.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource({
        "总大肠菌群, 0, MEETS",
        "总大肠菌群, 未检出, MEETS",
        "总大肠菌群, 1, EXCEEDS",
        "菌落总数, 100, MEETS",
        "菌落总数, 101, EXCEEDS",
        "砷, 0.01, MEETS",
        "砷, 0.011, EXCEEDS",
        "砷, 0.02L, CANNOT_BE_JUDGED",
        "pH, 6.5, MEETS",
        "pH, 8.6, EXCEEDS",
        "浑浊度, 1.01, EXCEEDS",
        "肉眼可见物, 无, MEETS",
        "肉眼可见物, 少量沉淀, EXCEEDS",
        "臭和味, 无, MEETS",
        "氨氮, 0.5, MEETS",
        "高锰酸盐指数, 3.1, EXCEEDS",
        "总α放射性, 0.5, MEETS",
        "总α放射性, 0.51, CANNOT_BE_JUDGED",
        "游离氯, 0.3, MEETS",
        "游离氯, 2.1, EXCEEDS",
        "三氯甲烷, 0.06, MEETS",
        "隐孢子虫, 0, MEETS",
        "隐孢子虫, 1, EXCEEDS",
        "硼, 1.0, MEETS",
        "氯乙烯, 0.0011, EXCEEDS",
        "克百威, 0.008, EXCEEDS",
        "2-MIB, 0.000005L, MEETS",
        "土臭素, 0.00002L, CANNOT_BE_JUDGED",
    })
    void judgesWaterThatLeavesTheWorks(String item, String measured, Verdict verdict) {
        DrinkingWaterJudgement judgement =
                water.judge(Point.WORKS, Supply.CENTRAL, CHLORINE, Map.of(item, Measured.parse(measured)));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.items()).hasSize(1);
        assertThat(judgement.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "菌落总数, 500, MEETS",
        "菌落总数, 501, EXCEEDS",
        "氟化物, 1.2, MEETS",
        "硝酸盐, 20, MEETS",
        "浑浊度, 3, MEETS",
        "砷, 0.011, EXCEEDS",
        "游离氯, 0.05, MEETS",
        "游离氯, 0.04, EXCEEDS",
        "游离氯, 3, MEETS",
    })
    void smallSuppliesAndTheEndOfTheNetworkHaveLimitsOfTheirOwn(String item, String measured, Verdict verdict) {
        assertThat(water.judge(Point.NETWORK_END, Supply.SMALL, CHLORINE, Map.of(item, Measured.parse(measured)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        // four times a quarter; without carbon tetrachloride, which a public checker adds wrongly
        "0.015, 0.025, 0.015, 0.025, 1, MEETS",
        "0.03, 0.05, 0.03, 0, 1.5, EXCEEDS",
        "0.01L, 0.01L, 0.01L, 0.01L, 0.2666666666, MEETS",
    })
    void sumsTheTrihalomethanesOverTheirLimits(
            String chloroform, String dibromo, String bromodi, String bromoform, BigDecimal sum, Verdict verdict) {
        DrinkingWaterJudgement judgement = water.judge(
                Point.WORKS,
                Supply.CENTRAL,
                CHLORINE,
                measured("三氯甲烷=" + chloroform + " 一氯二溴甲烷=" + dibromo + " 二氯一溴甲烷=" + bromodi + " 三溴甲烷=" + bromoform));
        ItemJudgement ratio = judgement.items().getLast();
        assertThat(ratio.item().zh()).isEqualTo("三卤甲烷");
        assertThat(ratio.compared()).isEqualByComparingTo(sum);
        assertThat(ratio.verdict()).isEqualTo(verdict);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @Test
    void saysWhatIsMissingAndWhatDoesNotApply() {
        DrinkingWaterJudgement judgement = water.judge(
                Point.WORKS, Supply.CENTRAL, Set.of(Disinfection.OZONE), measured("三氯甲烷=0.5 三氯甲烷x=1 游离氯=0.1 臭氧=0.2"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(judgement.notApplicable())
                .extracting(each -> each.item().zh())
                .containsExactly("三氯甲烷", "游离氯");
        assertThat(judgement.unknown()).containsExactly("三氯甲烷x");
        assertThat(judgement.missing())
                .extracting(each -> each.item().zh())
                .contains("溴酸盐", "砷")
                .doesNotContain("三卤甲烷", "臭氧", "氯酸盐", "苯");
        assertThat(judgement.exceeded()).isEmpty();
        assertThat(water.items()).filteredOn(DrinkingWaterItem::isRegular).hasSize(43);
        assertThat(water.items()).filteredOn(each -> !each.isRegular()).hasSize(54);
    }

    /** Class III of groundwater is what is fit for drinking: it took over the limits of GB 5749-2006. */
    @Test
    void limitsExtendedItemsAsClassIiiOfGroundwaterButForThoseChangedIn2022() {
        Groundwater groundwater = Groundwater.on(LocalDate.of(2026, 11, 23));
        List<String> others = new ArrayList<>();
        int compared = 0;
        for (DrinkingWaterItem each : water.items()) {
            Optional<GroundwaterItem> same = Stream.concat(Stream.of(each.item().zh()), each.item().also().stream())
                    .flatMap(name -> groundwater.item(name).stream())
                    .findFirst();
            if (!each.isRegular() && same.isPresent()) {
                compared++;
                Item item = same.get().item();
                BigDecimal ours = most(each.limit());
                BigDecimal theirs = ((Value) Units.convert(
                                        Measured.value(most(same.get().limit(GroundwaterClass.III))),
                                        item.unit(),
                                        each.item().unit())
                                .orElseThrow())
                        .number();
                if (ours.compareTo(theirs) != 0) {
                    others.add(each.item().zh());
                }
            }
        }
        assertThat(compared).isEqualTo(42);
        assertThat(others).containsExactly("硼", "氯乙烯", "三氯乙烯", "乐果");
    }

    private static BigDecimal most(@Nullable Bound bound) {
        assertThat(bound).isInstanceOf(Bound.Max.class);
        return ((Bound.Max) bound).limit();
    }

    @Test
    void holdsFromItsDayOn() {
        assertThat(DrinkingWater.on(LocalDate.of(2023, 4, 1)).standard().id()).isEqualTo("GB 5749-2022");
        assertThatThrownBy(() -> DrinkingWater.on(LocalDate.of(2023, 3, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Map<String, Measured> measured(String text) {
        Map<String, Measured> values = new LinkedHashMap<>();
        for (String each : text.split(" ", -1)) {
            String[] parts = each.split("=", -1);
            values.put(parts[0], Measured.parse(parts[1]));
        }
        return values;
    }
}
