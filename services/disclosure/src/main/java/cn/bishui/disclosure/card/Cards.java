package cn.bishui.disclosure.card;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards that were shown. */
public interface Cards {

    /** Keeps a card; what is kept already stays as it is. */
    void put(Card card, Instant publishedAt);

    /** One page, the latest first unless asked otherwise. */
    Listing<Card> page(Wanted wanted, ListRequest request);

    /** Those that follow a place in the order of days, latest first; from the beginning where it is null. */
    List<Card> after(Wanted wanted, @Nullable Place place, int count);

    /** The name of a unit that was shown a card, as on its latest; null where it was shown none. */
    @Nullable
    String unitName(String creditCode);

    /** How many were shown since a day. */
    long shownSince(LocalDate day);

    /** How many became public since a moment. */
    long publishedSince(Instant moment);

    /**
     * Which cards a reader wants; null for what does not matter.
     *
     * @param from first day
     * @param to last day
     * @param unit credit code of the unit, or part of its name
     */
    record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit) {

        /** Checks that the days are in order; code {@code period.reversed}. */
        public Wanted {
            if (from != null && to != null && to.isBefore(from)) {
                throw RuleBroken.invalid("period.reversed");
            }
        }

        /** All there are. */
        public static final Wanted ALL = new Wanted(null, null, null);
    }

    /**
     * Where a reader stopped.
     *
     * @param shownOn day of the last card that was read
     * @param number of the last card that was read
     */
    record Place(LocalDate shownOn, String number) {}
}
