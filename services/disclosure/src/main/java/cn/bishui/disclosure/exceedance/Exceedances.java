package cn.bishui.disclosure.exceedance;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exceedances that are public. */
public interface Exceedances {

    /** Keeps an exceedance; one that was judged later replaces what is kept, one that was judged earlier changes nothing. */
    void put(Exceedance exceedance, Instant publishedAt);

    /** Keeps a correction in place of one with a lower revision; an exceedance that it corrects may come later. */
    void correct(Correction correction);

    /** One page, the latest day first unless asked otherwise. */
    Listing<PublishedExceedance> page(Wanted wanted, ListRequest request);

    /** Those that follow a place in the order of days, latest first; from the beginning where it is null. */
    List<PublishedExceedance> after(Wanted wanted, @Nullable Place place, int count);

    /** Those that became public last. */
    List<PublishedExceedance> newest(int count);

    /** Exceedances by id, those that are not known left out. */
    List<PublishedExceedance> byId(Collection<String> ids);

    /** The name of a unit that has an exceedance, of its latest; null where it has none. */
    @Nullable
    String unitName(String creditCode);

    /** The pollutants that were over a limit, Chinese name by code, in the order of the codes. */
    Map<String, String> pollutants();

    /** How many exceedances of a unit there were on each day that had any; what was withdrawn does not count, here and below. */
    Map<LocalDate, Long> perDay(String creditCode, LocalDate from);

    /** How many exceedances there were on these days. */
    long onDays(LocalDate from, LocalDate to);

    /** What became public since a moment. */
    Tally publishedSince(Instant moment);

    /**
     * Where a reader stopped.
     *
     * @param day of the last exceedance that was read
     * @param id of the last exceedance that was read
     */
    record Place(LocalDate day, String id) {}

    /**
     * A count.
     *
     * @param exceedances how many
     * @param units of how many units
     */
    record Tally(long exceedances, long units) {}
}
