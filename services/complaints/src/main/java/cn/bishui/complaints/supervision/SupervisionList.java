package cn.bishui.complaints.supervision;

import cn.bishui.complaints.complaint.Sight;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Urgings, supervisions and calls as lists; of a bureau's people only what is their bureau's. */
public interface SupervisionList {

    /** Totals stop here. */
    long COUNTED = 10_000;

    /** Urgings, those that wait for an answer first. */
    Listing<Urged> urgings(Sight sight, ListRequest request);

    /** Supervisions, those that go on first. */
    Listing<Supervised> supervisions(Sight sight, ListRequest request);

    /** All supervisions, row by row. */
    void eachSupervision(Sight sight, Consumer<Supervised> reader);

    /** The calls of a month, in the sample's order. */
    List<ToCall> calls(YearMonth month);

    /** The months of which a sample was drawn, newest first. */
    List<Month> months(int most);

    /** Urgings that wait for a bureau's answer, oldest first. */
    Waiting<Urged> unanswered(String bureau, Sight sight, int most);

    /** Supervisions that go on, by their day. */
    Waiting<Supervised> open(Sight sight, int most);

    /** Calls that were not made, the oldest months first. */
    Waiting<ToCall> uncalled(int most);

    /** The first rows and how many there are, counted up to {@link #COUNTED}. */
    record Waiting<R>(List<R> rows, long total) {}

    /** An urging with what it is about. */
    record Urged(
            UUID id,
            String number,
            String address,
            String bureau,
            String words,
            Instant at,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** A supervision with what it is about. */
    record Supervised(
            UUID id,
            String number,
            String address,
            String state,
            @Nullable String bureau,
            String reason,
            String demand,
            LocalDate due,
            Instant at,
            @Nullable String outcome,
            @Nullable Instant closedAt) {}

    /** A call with what it is about. */
    record ToCall(
            UUID id,
            YearMonth month,
            String number,
            String address,
            @Nullable String bureau,
            @Nullable Instant answeredAt,
            @Nullable String outcome,
            @Nullable String words,
            @Nullable Instant calledAt) {}

    /** A month's sample. */
    record Month(YearMonth month, int drawn, int called, int satisfied, int unreachable) {}
}
