package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Rounding;

/**
 * A row of GB 3838-2002 table 2 or 3: what is limited in surface sources of drinking water besides table 1.
 *
 * @param item what it limits
 * @param table 2 for the 5 supplementary items, 3 for the 80 specific ones
 * @param no its number in the table
 * @param limit the limit
 * @param preferred whether it is tested every month: those of table 2, and 33 of table 3
 * @param rounding of values before they are compared
 */
public record SourceItem(Item item, int table, int no, Bound limit, boolean preferred, Rounding rounding) {

    static SourceItem of(Csv.Row row) {
        String decimals = row.text("decimals");
        return new SourceItem(
                Item.of(row),
                Integer.parseInt(row.text("table")),
                Integer.parseInt(row.text("no")),
                Bound.read(row.text("limit"), "max").orElseThrow(),
                row.yes("preferred"),
                decimals.isEmpty() ? Rounding.NONE : Rounding.to(Integer.parseInt(decimals)));
    }
}
