package cn.bishui.permits.unit;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import java.util.function.Consumer;

/** Units as lists show them. */
public interface UnitList {

    /**
     * A row of the list.
     *
     * @param permitted whether a permit is in force today
     */
    record Row(String code, String name, String trade, int outlets, boolean permitted) {}

    /** A permit of a unit, as the unit's page names it. */
    record PermitOfUnit(String number, String state) {}

    /** Units whose name, code or trade contains the text; all where it is empty. */
    Listing<Row> page(String text, ListRequest request);

    /** The same without pages, row by row. */
    void each(String text, ListRequest order, Consumer<Row> reader);

    /** The permits of a unit. */
    List<PermitOfUnit> permitsOf(CreditCode unit);
}
