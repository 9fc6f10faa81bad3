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
     * @param latestDay day of its latest exceedance
     * @param worst the largest multiple of its exceedances, null where none has one
     * @param cardState state of its yellow card
     */
    record Row(
            UUID id,
            String number,
            String unit,
            String unitName,
            String outlet,
            String outletName,
            String state,
            Instant openedAt,
            LocalDate due,
            boolean dueProvisional,
            int exceedances,
            LocalDate latestDay,
            @Nullable BigDecimal worst,
            @Nullable String caseNumber,
            @Nullable String cardState) {

        /** Whether the clock runs. */
        public boolean undecided() {
            return ClueSheet.undecided(state);
        }
    }
}
