package cn.bishui.enforcement.card;

import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The yellow cards as a list to look through. */
public interface CardList {

    /** One page of it. */
    Listing<Row> page(Filter filter, ListRequest request);

    /** All of it in the order that is asked for, row by row. */
    void forEach(Filter filter, ListRequest order, Consumer<Row> reader);

    /**
     * Which cards.
     *
     * @param q part of a number or of a unit's name, or a credit code; empty for all
     * @param state a state of {@link CardSheet}; empty for all
     */
    record Filter(String q, String state) {}

    /** A card in the list. */
    record Row(
            UUID clue,
            String clueNumber,
            @Nullable String number,
            String state,
            String unit,
            String unitName,
            @Nullable String outlet,
            @Nullable String outletName,
            @Nullable String measure,
            @Nullable String reason,
            @Nullable LocalDate shownOn) {

        /** The outlet as people read it, null where there is none. */
        public @Nullable String outletInWords() {
            return Suspect.outletInWords(outlet, outletName);
        }
    }
}
