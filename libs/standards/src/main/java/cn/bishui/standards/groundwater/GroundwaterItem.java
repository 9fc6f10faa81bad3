package cn.bishui.standards.groundwater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of GB/T 14848-2017.
 *
 * @param item what it limits
 * @param table 1 for the 39 regular items, 2 for the 54 others
 * @param no its number in the table
 * @param group such as {@code toxicological}
 * @param scale its limits, class I to IV; what meets none is class V
 */
public record GroundwaterItem(Item item, int table, int no, String group, Scale scale) {

    private static final Bound NUCLIDES = new Bound.ByAnalysis("应进行核素分析和评价");

    /** Whether it is one of the 39 regular items (常规指标). */
    public boolean isRegular() {
        return table == 1;
    }

    /** Whether it is a count of germs: where none is detected there are none. */
    boolean isCounted() {
        return group.equals("microbial");
    }

    /**
     * The limit of a class.
     *
     * @throws IllegalArgumentException for class V, which has none
     */
    public Bound limit(GroundwaterClass groundwaterClass) {
        if (groundwaterClass == GroundwaterClass.V) {
            throw new IllegalArgumentException("Class V has no limit");
        }
        return scale.bounds().get(groundwaterClass.code() - 1);
    }

    static GroundwaterItem of(Csv.Row row) {
        List<Bound> bounds = new ArrayList<>();
        for (int code = GroundwaterClass.I.code(); code < GroundwaterClass.V.code(); code++) {
            bounds.add(
                    Bound.read(row.text("class_" + code), row.text("direction")).orElse(NUCLIDES));
        }
        return new GroundwaterItem(
                Item.of(row),
                Integer.parseInt(row.text("table")),
                Integer.parseInt(row.text("no")),
                row.text("group"),
                new Scale(bounds));
    }
}
