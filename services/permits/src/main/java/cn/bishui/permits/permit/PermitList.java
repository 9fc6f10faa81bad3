package cn.bishui.permits.permit;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Permits as lists show them. */
public interface PermitList {

    /**
     * A row of the list.
     *
     * @param state as {@link Permit} has them, in small letters
     */
    record Row(
            String number,
            String unit,
            String unitName,
            String managementType,
            String state,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable Instant submittedAt) {}

    /**
     * Which permits.
     *
     * @param text in number or name of the unit, empty for all
     * @param state empty for all
     */
    record Filter(String text, String state) {}

    /** A page of the permits. */
    Listing<Row> page(Filter filter, ListRequest request);

    /** The same without pages, row by row. */
    void each(Filter filter, ListRequest order, Consumer<Row> reader);

    /**
     * Permits that wait.
     *
     * @param total how many wait, whether they are among the rows or not
     */
    record Waiting(List<Row> rows, long total) {}

    /** Those in a state, for each management type the ones that wait longest and at most so many. */
    Waiting waiting(String state, int mostOfEachType);
}
