package cn.bishui.complaints.complaint;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The complaints as a list to look through; of a bureau's people only what their bureau works on. */
public interface ComplaintList {

    /** One page of it; the total stops at {@link Filter#counted}. */
    Listing<Row> page(Filter filter, Sight sight, ListRequest request);

    /** All of it in the order that is asked for, row by row. */
    void each(Filter filter, Sight sight, ListRequest order, Consumer<Row> reader);

    /** So many rows are counted; who has more looks closer. */
    long COUNTED = 500;

    /** So many rows are counted of those that have some words, each of which has to be read. */
    long COUNTED_WITH_WORDS = 100;

    /**
     * Which complaints.
     *
     * @param q parts of a number, an address, a name or the content, with blanks between them; empty for all
     * @param state a state's id, {@code open} or {@code overdue}; empty for all
     * @param channel a channel's id; empty for all
     * @param type a pollution type's id; empty for all
     * @param bureau a bureau's id; empty for all
     * @param street a street; empty for all
     * @param from first day of receipt, null for all
     * @param to last day of receipt, null for all
     * @param handler an account's name; empty for all
     * @param now the moment that makes a complaint overdue
     */
    record Filter(
            String q,
            String state,
            String channel,
            String type,
            String bureau,
            String street,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String handler,
            Instant now) {

        /** All complaints. */
        public static Filter all(Instant now) {
            return new Filter("", "", "", "", "", "", null, null, "", now);
        }

        /** Where the counting of them ends. */
        public long counted() {
            return q.isBlank() ? COUNTED : COUNTED_WITH_WORDS;
        }

        /** Those in a state. */
        public Filter in(String wanted) {
            return new Filter(q, wanted, channel, type, bureau, street, from, to, handler, now);
        }
    }

    /**
     * A complaint in the list.
     *
     * @param due end of the clock that leads, null where none runs
     */
    record Row(
            UUID id,
            String number,
            String channel,
            Instant receivedAt,
            String address,
            @Nullable String street,
            @Nullable String subjectName,
            String type,
            @Nullable String subtype,
            String state,
            boolean urgent,
            @Nullable String bureau,
            @Nullable String handler,
            @Nullable Instant due,
            boolean dueProvisional,
            @Nullable String finding,
            @Nullable Boolean inTime,
            @Nullable Integer satisfaction,
            String excerpt) {

        /** Whether somebody still has to do something about it. */
        public boolean open() {
            return ComplaintSheet.State.of(state).open();
        }

        /** The last day, null where no clock leads. */
        public @Nullable LocalDate dueDay() {
            return due == null ? null : LegalClocks.day(due);
        }
    }
}
