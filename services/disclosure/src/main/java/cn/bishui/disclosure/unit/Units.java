package cn.bishui.disclosure.unit;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public register of units. */
public interface Units {

    /** Keeps a permit unless a version as new as this is kept already. */
    void put(Permit permit);

    /** The unit of a credit code, empty where no permit names it. */
    Optional<Unit> find(String creditCode);

    /**
     * One page, by name unless asked otherwise.
     *
     * @param search part of the name or of the code, null for all
     */
    Listing<Row> page(@Nullable String search, ListRequest request);

    /** The units that follow a code in the order of codes; from the beginning where it is null. */
    List<Unit> after(@Nullable String code, int count);

    /** The outlets of permits in force, with what happened there since a day. */
    List<Place> places(LocalDate since);

    /** When the register last changed, null while it is empty. */
    @Nullable
    Instant changedAt();

    /**
     * A unit in the list.
     *
     * @param permits number of its permits
     * @param outlets number of its outlets
     * @param lastExceedance the last day with an exceedance, null where there was none
     */
    record Row(
            String code,
            String name,
            String trade,
            long permits,
            long outlets,
            @Nullable LocalDate lastExceedance) {}

    /**
     * An outlet on the map.
     *
     * @param unit unified social credit code of the unit
     * @param code of the outlet within the unit
     * @param longitude degrees east, WGS 84, null where not surveyed
     * @param latitude degrees north, WGS 84, null where not surveyed
     * @param exceedances how many since the day
     */
    record Place(
            String unit,
            String unitName,
            String code,
            String name,
            String receiving,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            long exceedances) {}
}
