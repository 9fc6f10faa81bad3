package cn.bishui.monitoring.openjudge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
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
}
