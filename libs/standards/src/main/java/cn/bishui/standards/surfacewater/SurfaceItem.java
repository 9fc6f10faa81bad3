package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Rounding;
import cn.bishui.standards.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of GB 3838-2002 table 1 for one kind of water.
 *
 * @param item what it limits
 * @param no its number in the table
 * @param type the kind of water
 * @param scale its limits, class I first; none for the temperature, and for total nitrogen in rivers
 * @param evaluated whether it is one of the 21 items that make the class
 * @param withMultiple whether an exceedance has a multiple: not for temperature, pH and dissolved oxygen
 * @param namedFirst whether it is named first among the main pollutants: cyanide and heavy metals
 * @param rounding of values before they are classed
 */
public record SurfaceItem(
        Item item,
        int no,
        WaterType type,
        Scale scale,
        boolean evaluated,
        boolean withMultiple,
        boolean namedFirst,
        Rounding rounding) {

    /** Number of the temperature, which has a rule and no limit. */
    static final int TEMPERATURE = 1;

    /** The limit of a class; empty if there is none. */
    public Optional<Bound> limit(WaterClass waterClass) {
        int index = waterClass.code() - 1;
        return index < scale.bounds().size() ? Optional.of(scale.bounds().get(index)) : Optional.empty();
    }

    static List<SurfaceItem> of(Csv.Row row) {
        List<SurfaceItem> items = new ArrayList<>();
        row.list("waters", ' ').forEach(type -> items.add(of(row, type, scale(row))));
        row.list("without_limit", ' ').forEach(type -> items.add(of(row, type, new Scale(List.of()))));
        return items;
    }

    private static SurfaceItem of(Csv.Row row, String type, Scale scale) {
        return new SurfaceItem(
                Item.of(row),
                Integer.parseInt(row.text("no")),
                WaterType.valueOf(type.toUpperCase(Locale.ROOT)),
                scale,
                row.yes("evaluated"),
                row.yes("multiple"),
                row.yes("named_first"),
                Rounding.to(Integer.parseInt(row.text("decimals"))));
    }

    private static Scale scale(Csv.Row row) {
        List<Bound> bounds = new ArrayList<>();
        for (int code = WaterClass.I.code(); code <= WaterClass.V.code(); code++) {
            String cell = row.text("direction").equals("range")
                    ? row.text("lower") + ".." + row.text("upper")
                    : row.text("class_" + code);
            Bound.read(cell, row.text("direction")).ifPresent(bounds::add);
        }
        return new Scale(bounds);
    }
}
