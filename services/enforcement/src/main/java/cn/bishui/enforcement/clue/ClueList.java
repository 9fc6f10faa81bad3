package cn.bishui.enforcement.clue;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The clues as a list to look through. */
public interface ClueList {

    /** One page of it. */
    Listing<Row> page(Filter filter, ListRequest request);

    /** All of it in the order that is asked for, row by row. */
    void forEach(Filter filter, ListRequest order, Consumer<Row> reader);

    /**
     * Which clues.
     *
     * @param q part of a number or of a unit's name, or a credit code; empty for all
     * @param state a state of {@link ClueSheet}, {@code undecided} or {@code overdue}; empty for all
     * @param today the day that makes a clue overdue
     */
    record Filter(String q, String state, LocalDate today) {}

    /**
     * A clue in the list.
     *
     * @param outlet code of its outlet, null where it is about the unit as a whole
     * @param latestDay day of its latest exceedance, null where it has none
     * @param worst the largest multiple of its exceedances, null where none has one
     * @param acts how many acts belong to it that were found after complaints
     * @param suspicions how many signs of tampering belong to it
     * @param cardState state of its yellow card, null where it has none
     */
    record Row(
            UUID id,
            String number,
            String unit,
            String unitName,
            @Nullable String outlet,
            @Nullable String outletName,
            String state,
            Instant openedAt,
            LocalDate due,
            boolean dueProvisional,
            int exceedances,
            @Nullable LocalDate latestDay,
            @Nullable BigDecimal worst,
            int acts,
            int suspicions,
            @Nullable String caseNumber,
            @Nullable String cardState) {

        /** The outlet as people read it, null where there is none. */
        public @Nullable String outletInWords() {
            return Suspect.outletInWords(outlet, outletName);
        }

        /** Whether the clock runs. */
        public boolean undecided() {
            return ClueSheet.undecided(state);
        }
    }
}
