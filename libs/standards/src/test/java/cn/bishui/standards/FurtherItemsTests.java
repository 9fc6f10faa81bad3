package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.TrophicState;
import cn.bishui.standards.surfacewater.WaterType;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherItemsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String HEAD = "waters,code,zh,en,also,unit,cas,group,valid_from,source,status,doubt\n";

    @Test
    void theCheckDigitOfEachNumberIsRight() {
        assertThat(FurtherItems.standard().all())
                .filteredOn(FurtherItem::isChemical)
                .hasSizeGreaterThanOrEqualTo(19)
                .allSatisfy(each -> {
                    assertThat(FurtherItem.isCas(String.valueOf(each.cas())))
                            .as(each.item().zh())
                            .isTrue();
                    assertThat(each.item().isCalled(String.valueOf(each.cas()))).isTrue();
                });
        assertThat(FurtherItems.standard().all())
                .flatExtracting(each -> each.item().also())
                .filteredOn(name -> name.matches("[0-9]{2,7}-[0-9]{2}-[0-9]"))
                .allSatisfy(name -> assertThat(FurtherItem.isCas(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80-05-8", "80-50-7", "8-05-7", "080-05-7", "80-05-7 ", "", "7732185", "80-05-77"})
    void anotherDigitIsNoNumberOfTheRegistry(String text) {
        assertThat(FurtherItem.isCas(text)).isFalse();
    }

    @Test
    void noneOfThemIsLimitedInItsWaterByATableOfAStandard() {
        Map<String, List<Item>> limited = Map.of(
                "surface-water",
                Stream.of(
                                SurfaceWater.on(DAY).items(WaterType.RIVER).stream()
                                        .map(each -> each.item()),
                                SurfaceWater.on(DAY).items(WaterType.LAKE).stream()
                                        .map(each -> each.item()),
                                TrophicState.indicators().stream().map(each -> each.item()),
                                Sources.on(DAY).items().stream().map(each -> each.item()))
                        .flatMap(each -> each)
                        .toList(),
                "groundwater",
                Groundwater.on(DAY).items().stream().map(each -> each.item()).toList(),
                "drinking-water",
                DrinkingWater.on(DAY).items().stream().map(each -> each.item()).toList());
        limited.forEach((water, items) -> {
            for (FurtherItem further : FurtherItems.standard().of(water, DAY)) {
                assertThat(items)
                        .as(water + " " + further.item().zh())
                        .noneMatch(item ->
                                item.names().stream().anyMatch(further.item().names()::contains));
            }
        });
        assertThat(FurtherItems.standard().of("drinking-water", DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "surface-water, PFOS, 全氟辛基磺酸, ng/L",
        "groundwater, 25154-52-3, 壬基酚, µg/L",
        "groundwater, 84852-15-3, 壬基酚, µg/L",
        "surface-water, bisphenol a, 双酚A, µg/L",
        "groundwater, 水位埋深, 地下水水位埋深, m",
    })
    void findsAnItemByWhatPeopleCallIt(String water, String name, String zh, String unit) {
        assertThat(FurtherItems.standard().of(water, DAY))
                .filteredOn(each -> each.item().isCalled(name))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.item().zh()).isEqualTo(zh);
                    assertThat(each.item().unit()).isEqualTo(unit);
                });
    }

    @Test
    void levelsAreOfGroundwaterAndOnlyTheElevationMayBeBelowZero() {
        assertThat(FurtherItems.standard().of("surface-water", DAY)).allMatch(FurtherItem::isChemical);
        assertThat(FurtherItems.standard().of("groundwater", DAY))
                .filteredOn(each -> !each.isChemical())
                .extracting(each -> each.item().zh(), each -> each.item().signed(), FurtherItem::cas)
                .containsExactly(tuple("地下水水位埋深", false, null), tuple("地下水水位标高", true, null));
    }

    @Test
    void itemsHoldFromTheirDayOn() {
        assertThat(FurtherItems.standard().of("surface-water", LocalDate.of(2023, 2, 28)))
                .extracting(each -> each.item().zh())
                .contains("双酚A")
                .doesNotContain("全氟辛酸");
        assertThat(FurtherItems.standard().of("surface-water", LocalDate.of(2023, 3, 1)))
                .extracting(each -> each.item().zh())
                .contains("全氟辛酸");
    }

    @Test
    void aDistrictLaysItsOwnBeside() throws IOException {
        FurtherItems own = FurtherItems.standard()
                .with(new StringReader(HEAD
                        + "surface-water drinking-water,,三氯生,Triclosan,TCS,ng/L,3380-34-5,endocrine,2026-01-01,区监测方案,ours,\n"
                        + "surface-water,,双酚A,Bisphenol A,BPA|酚甲烷,µg/L,80-05-7,endocrine,2026-07-01,区监测方案,ours,\n"));
        List<FurtherItem> surface = own.of("surface-water", DAY);
        assertThat(surface)
                .hasSize(FurtherItems.standard().of("surface-water", DAY).size() + 1);
        assertThat(surface.getLast().item().key()).isEqualTo("三氯生");
        assertThat(own.of("surface-water", LocalDate.of(2025, 12, 31)))
                .isEqualTo(FurtherItems.standard().of("surface-water", LocalDate.of(2025, 12, 31)));
        assertThat(own.of("drinking-water", DAY)).hasSize(1);
        assertThat(own.find("surface-water", "双酚A").orElseThrow().item().isCalled("酚甲烷"))
                .isTrue();
        assertThat(own.find("groundwater", "三氯生")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-6,endocrine,2026-01-01,x,ours,; 三氯生: no CAS number: 3380-34-6",
                "river,,三氯生,Triclosan,,ng/L,3380-34-5,endocrine,2026-01-01,x,ours,; 三氯生: waters",
                "surface-water,,三氯生,,,ng/L,3380-34-5,endocrine,2026-01-01,x,ours,; 三氯生: has no name",
                "surface-water,,三氯生,Triclosan,,m,3380-34-5,endocrine,2026-01-01,x,ours,; 三氯生: unit",
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-5,drug,2026-01-01,x,ours,; 三氯生: no group drug",
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-5,endocrine,,x,ours,; 三氯生: valid_from",
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-5,endocrine,1.1.2026,x,ours,; 三氯生: valid_from",
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-5,endocrine,2026-01-01,,ours,; 三氯生: has no source",
                "surface-water,,三氯生,Triclosan,,ng/L,3380-34-5,endocrine,2026-01-01,x,sure,; 三氯生: status",
                "surface-water,,三氯生,Triclosan,BPA,ng/L,3380-34-5,endocrine,2026-01-01,x,ours,; share a name",
                "surface-water,,双酚A,Bisphenol A,,ng/L,80-05-7,endocrine,2026-01-01,x,ours,; has two units",
                "groundwater,,水温差,Difference,,m,80-05-7,level,2026-01-01,x,ours,; 水温差: is no substance",
            })
    void refusesARowThatCannotBeUsedAndSaysWhy(String row, String why) {
        assertThatThrownBy(() -> FurtherItems.standard().with(new StringReader(HEAD + row + "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesATableWithoutItsColumns() {
        assertThatThrownBy(() -> FurtherItems.standard().with(new StringReader("zh,en\n三氯生,Triclosan\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no column waters");
    }
}
