package cn.bishui.disclosure.drinking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was told of quarters, every revision. */
public interface DrinkingReports {

    /** Keeps a report; what is kept already stays as it is. */
    void put(DrinkingReport report, Instant publishedAt);

    /** Quarters of which something was told, the newest first. */
    List<String> quarters();

    /** Every revision of a quarter, the newest first. */
    List<DrinkingReport> of(String quarter);

    /** Those that follow a place in the order of quarters and revisions, newest first; from the beginning where it is null. */
    List<DrinkingReport> after(@Nullable String quarter, @Nullable Place place, int count);

    /** The latest revision of a quarter. */
    default Optional<DrinkingReport> latest(String quarter) {
        return of(quarter).stream().findFirst();
    }

    /** Where a reader stopped. */
    record Place(String quarter, int revision) {}
}
