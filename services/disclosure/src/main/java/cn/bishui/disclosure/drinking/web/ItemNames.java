package cn.bishui.disclosure.drinking.web;

import cn.bishui.disclosure.drinking.DrinkingReport;
import cn.bishui.standards.Item;
import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem;
import cn.bishui.standards.drinkingwater.SourceItem;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterItem;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** English names of items, which come in Chinese. Templates call it {@code @drinkingItems}. */
@Component("drinkingItems")
class ItemNames {

    private final Map<String, String> english = new HashMap<>();

    ItemNames(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Stream.of(
                        DrinkingWater.on(today).items().stream().map(DrinkingWaterItem::item),
                        SurfaceWater.on(today).items(WaterType.RIVER).stream().map(SurfaceItem::item),
                        Sources.on(today).items().stream().map(SourceItem::item),
                        Groundwater.on(today).items().stream().map(GroundwaterItem::item))
                .flatMap(each -> each)
                .forEach(this::note);
    }

    private void note(Item item) {
        english.putIfAbsent(item.key(), item.en());
        english.putIfAbsent(item.zh(), item.en());
    }

    /** The name of an item; the Chinese one where no other is known. */
    public String of(DrinkingReport.Exceeded over, boolean inEnglish) {
        return inEnglish
                ? english.getOrDefault(over.item(), english.getOrDefault(over.name(), over.name()))
                : over.name();
    }
}
