package cn.bishui.monitoring.openjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Basis;
import cn.bishui.standards.FurtherItem;
import cn.bishui.standards.FurtherItems;
import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @EnumSource(Water.class)
    void findsEveryItemByTheKeyUnderWhichItsValueIsKept(Water water) {
        for (WaterType type : WaterType.values()) {
            Items items = Items.of(water, type, DAY);
            assertThat(items.all()).isNotEmpty();
            for (Item item : items.all()) {
                assertThat(items.find(item.key())).as(item.zh()).contains(item);
                assertThat(items.find(item.zh())).as(item.zh()).contains(item);
                assertThat(items.find(item.en())).as(item.en()).contains(item);
            }
        }
    }

    @Test
    void whatAStandardLimitsAlreadyIsNotMeasuredBesideIt() {
        Item limited = new Item(null, "滴滴涕总量", "Sum of DDT", List.of("滴滴涕"), "µg/L", basis());
        Item further = new Item(null, "三氯生", "Triclosan", List.of("TCS"), "ng/L", basis());
        Items source = Items.ofSurfaceSource(WaterType.RIVER, DAY).beside(List.of(limited, further));
        assertThat(source.further()).containsExactly(further);
        assertThat(source.all()).endsWith(further).containsAll(source.limited());
        assertThat(source.find("tcs")).contains(further);
        // table 1 does not limit it
        Items section = Items.of(Water.SURFACE_WATER, WaterType.RIVER, DAY).beside(List.of(limited, further));
        assertThat(section.further()).containsExactly(limited, further);
    }

    @Test
    void anElevationMayBeBelowTheSeaAndADepthNotAboveTheGround() {
        Item depth = level("地下水水位埋深");
        Item elevation = level("地下水水位标高");
        assertThat(Reading.of(Water.GROUNDWATER, elevation, "-15.20").text()).isEqualTo("-15.20");
        assertThat(Reading.of(Water.GROUNDWATER, elevation, "-1520 cm").text()).isEqualTo("-15.20");
        assertThat(Reading.of(Water.GROUNDWATER, depth, "15.20").text()).isEqualTo("15.20");
        assertThatThrownBy(() -> Reading.of(Water.GROUNDWATER, depth, "-0.3"))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("judge.negative");
    }

    private static Item level(String key) {
        return FurtherItems.standard()
                .find(Water.GROUNDWATER.code(), key)
                .map(FurtherItem::item)
                .orElseThrow();
    }

    private static Basis basis() {
        return level("地下水水位埋深").basis();
    }
}
