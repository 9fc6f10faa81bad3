package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
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

/** The items that a standard limits, by whatever people call them, and those that are measured beside them. */
public final class Items {

    private final List<Item> limited;
    private final List<Item> further;
    private final List<Item> all;
    private final ItemIndex<Item> index;

    private Items(List<Item> all) {
        this(all, List.of());
    }

    private Items(List<Item> limited, List<Item> further) {
        this.limited = limited;
        this.further = further;
        all = Stream.concat(limited.stream(), further.stream()).toList();
        index = new ItemIndex<>(all, Function.identity());
    }

    /** These with others behind them; what the standard limits already, under any name, is left out. */
    public Items beside(List<Item> others) {
        return new Items(
                limited,
                others.stream()
                        .filter(each -> Stream.concat(Stream.of(each.key(), each.zh(), each.en()), each.also().stream())
                                .noneMatch(name -> find(name).isPresent()))
                        .toList());
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

    /** In the order of the standard, those beside it last. */
    public List<Item> all() {
        return all;
    }

    /** Those that the standard limits, in its order. */
    public List<Item> limited() {
        return limited;
    }

    /** Those that it does not limit: they change no assessment. */
    public List<Item> further() {
        return further;
    }

    /**
     * What is wrong with a name that means none of a standard's items; of surface water it may be one that the standard limits in
     * sources of drinking water only, which makes no class.
     */
    public static RuleBroken unknown(String name, Water water) {
        boolean ofSources = water == Water.SURFACE_WATER && isOfSources(name);
        return RuleBroken.invalid(
                ofSources ? "judge.not-classed" : "judge.unknown", Reading.shown(name), water.standard());
    }

    private static boolean isOfSources(String name) {
        try {
            return ItemHead.of(name, OfSources.ITEMS).isPresent();
        } catch (RuleBroken otherUnit) {
            return true;
        }
    }

    /** GB 3838-2002 tables 2 and 3, by name. */
    private static final class OfSources {

        private static final Items ITEMS = new Items(Sources.on(LocalDate.of(2026, 1, 1)).items().stream()
                .map(SourceItem::item)
                .toList());
    }

    /** The item that a code, symbol or name means. */
    public Optional<Item> find(String name) {
        return index.find(name);
    }
}
