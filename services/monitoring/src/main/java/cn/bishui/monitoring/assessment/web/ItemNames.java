package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names of items in what was kept in Chinese, as reports print it: {@code 氨氮(0.20)}. Templates call it {@code @itemNames}. */
@Component("itemNames")
class ItemNames {

    private final List<Item> items;

    ItemNames(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        // the longest first: 氨氮 is in other names
        this.items = Stream.of(
                        Items.ofSurfaceSource(WaterType.RIVER, today),
                        Items.of(Water.SURFACE_WATER, WaterType.RIVER, today),
                        Items.of(Water.GROUNDWATER, WaterType.RIVER, today),
                        Items.of(Water.DRINKING_WATER, WaterType.RIVER, today))
                .flatMap(each -> each.all().stream())
                .distinct()
                .sorted(Comparator.comparingInt((Item each) -> each.zh().length())
                        .reversed())
                .toList();
    }

    /** The words as they are, or with English names in the place of Chinese ones. */
    public String in(String words, boolean english) {
        if (!english) {
            return words;
        }
        String translated = words;
        for (Item each : items) {
            translated = translated.replace(each.zh(), each.en());
        }
        return translated.replace("、", ", ");
    }
}
