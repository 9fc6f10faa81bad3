package cn.bishui.clocks;

import java.time.LocalDate;
import java.util.List;

/** The legal time limits by the date of law, and the working days they are counted in. */
public final class LegalClocks {

    /** Decide whether to file a case, from finding the clue. */
    public static final String FILE_CASE = "ENF-FILE";

    private static final List<LegalClock> SHIPPED =
            Csv.resource("legal-clocks.csv").stream().map(LegalClock::of).toList();

    private final WorkingDays days;

    /** Counts with a calendar; {@link WorkingDays#china()} is the one that is shipped. */
    public LegalClocks(WorkingDays days) {
        this.days = days;
    }

    /** Every version of every clock. */
    public List<LegalClock> all() {
        return SHIPPED;
    }

    /**
     * The version of a clock that is law on a day.
     *
     * @throws IllegalArgumentException if no version is
     */
    public LegalClock at(String clock, LocalDate dateOfLaw) {
        return SHIPPED.stream()
                .filter(version -> version.clock().equals(clock) && version.holdsOn(dateOfLaw))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No clock " + clock + " is law on " + dateOfLaw));
    }

    /**
     * When a clock that an event starts runs out, by the law of the event's day.
     *
     * @throws IllegalArgumentException if no version of the clock is law on that day
     * @throws IllegalStateException if the clock is not counted in days, months or years after an event
     */
    public Deadline deadline(String clock, LocalDate event) {
        return at(clock, event).from(event, days);
    }

    /** The working days that deadlines are counted in. */
    public WorkingDays workingDays() {
        return days;
    }
}
