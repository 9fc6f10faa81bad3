package cn.bishui.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something is due to the minute, and why. One rule for all clocks: what is done within the minute {@link #due} is
 * in time. For a clock that counts days this is the last minute of its last day.
 *
 * @param due the last minute in which it is in time
 * @param provisional whether it was counted over days that no notice has settled yet; count again when it is loaded
 * @param rule id of the rule's version in {@code legal-clocks.csv}, such as {@code ENF-FILE-OLD}
 * @param source the law, such as {@code MEE30 18-19}
 */
public record Expiry(Instant due, boolean provisional, String rule, String source) {

    /** Whether what was done at a moment was in time. */
    public boolean isInTime(Instant done) {
        return !minute(done).isAfter(due);
    }

    /** How much later than due a moment is, in whole minutes; zero if it is in time. */
    public Duration late(Instant done) {
        return isInTime(done) ? Duration.ZERO : Duration.between(due, minute(done));
    }

    /** The first moment that is too late. */
    public Instant overdueFrom() {
        return due.plus(Duration.ofMinutes(1));
    }

    /** The day on which it is due. */
    public LocalDate lastDay() {
        return LegalClocks.day(due);
    }

    /** The same, by its day only. */
    public Deadline deadline() {
        return new Deadline(lastDay(), provisional, rule, source);
    }

    static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }
}
