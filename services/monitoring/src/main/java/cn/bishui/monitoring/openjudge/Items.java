package cn.bishui.monitoring.openjudge;

import cn.bishui.standards.Item;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem;
import cn.bishui.standards.drinkingwater.SourceItem;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterItem;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.TrophicState;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The items that a standard limits, by whatever people call them. */
public final class Items {

    private final List<Item> all;
    private final ItemIndex<Item> index;

    private Items(List<Item> all) {
        this.all = all;
        index = new ItemIndex<>(all, Function.identity());
    }

    /**
     * Those of a standard on a day.
     *
     * @param type counts for surface water only
     * @throws IllegalArgumentException if the standard does not hold on the day
     */
    public static Items of(Water water, WaterType type, LocalDate day) {
        return new Items(
                switch (water) {
                    case SURFACE_WATER ->
                        SurfaceWater.on(day).items(type).stream()
                                .map(SurfaceItem::item)
                                .toList();
                    case GROUNDWATER ->
                        Groundwater.on(day).items().stream()
                                .map(GroundwaterItem::item)
                                .toList();
                    case DRINKING_WATER ->
                        DrinkingWater.on(day).items().stream()
                                .map(DrinkingWaterItem::item)
                                .toList();
                    case BLACK_ODOROUS ->
                        BlackOdorous.indicators().stream()
                                .map(BlackOdorous.Indicator::item)
                                .toList();
                });
    }

    /**
     * Those of a surface source of drinking water on a day: GB 3838-2002 tables 1, 2 and 3.
     *
     * @throws IllegalArgumentException if the standard does not hold on the day
     */
    public static Items ofSurfaceSource(WaterType type, LocalDate day) {
        return new Items(Stream.concat(
                        SurfaceWater.on(day).items(type).stream().map(SurfaceItem::item),
                        Sources.on(day).items().stream().map(SourceItem::item))
                .toList());
    }

    /**
     * Those of a lake on a day: GB 3838-2002 table 1, and what its trophic index takes besides: chlorophyll a, transparency.
     *
     * @throws IllegalArgumentException if the standard does not hold on the day
     */
    public static Items ofLake(LocalDate day) {
        List<Item> table = SurfaceWater.on(day).items(WaterType.LAKE).stream()
                .map(SurfaceItem::item)
                .toList();
        return new Items(Stream.concat(
                        table.stream(),
                        TrophicState.indicators().stream()
                                .map(TrophicState.Indicator::item)
                                .filter(each -> table.stream()
                                        .noneMatch(item -> item.key().equals(each.key()))))
                .toList());
    }

    /** In the order of the standard. */
    public List<Item> all() {
        return all;
    }

    /** The item that a code, symbol or name means. */
    public Optional<Item> find(String name) {
        return index.find(name);
    }
}
