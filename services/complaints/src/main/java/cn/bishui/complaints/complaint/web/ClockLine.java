package cn.bishui.complaints.complaint.web;

import cn.bishui.clocks.LegalClock;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.Complaint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a complaint as its page shows it.
 *
 * @param clock its id, for its name and its law in messages
 * @param state {@code running}, {@code paused}, {@code late}, {@code kept}, {@code broken}; {@code open}, {@code lapsed} or
 *     {@code used} where it is a right
 * @param due last day
 * @param provisional whether that day was counted over days no notice has settled
 * @param holder id of the bureau that has to keep it
 * @param extended whether it was made longer
 * @param capped whether a superior made it shorter
 * @param source the law in short, as {@code HOT 11}, or the province's own rule
 * @param ofLaw whether the law itself sets it, not a rule of the province
 * @param endedAt null while it runs
 */
record ClockLine(
        String clock,
        String state,
        LocalDate due,
        boolean provisional,
        String holder,
        boolean extended,
        boolean capped,
        String source,
        boolean ofLaw,
        @Nullable Instant endedAt) {

    /** Those of a complaint, in the order in which they began. */
    static List<ClockLine> of(Complaint complaint, Instant now, LegalClocks law) {
        return complaint.file().clocks().all().stream()
                .map(clock -> of(clock, now, law))
                .toList();
    }

    private static ClockLine of(RunningClock clock, Instant now, LegalClocks law) {
        LegalClock rule = law.version(clock.rule());
        return new ClockLine(
                clock.clock(),
                rule.kind() == LegalClock.Kind.RIGHT ? stateOfRight(clock, now) : state(clock, now),
                clock.lastDay(),
                clock.provisional(),
                clock.holder(),
                !clock.extensions().isEmpty(),
                clock.cappedTo() != null,
                rule.source(),
                !rule.status().equals("profile"),
                clock.stoppedAt());
    }

    private static String state(RunningClock clock, Instant now) {
        return clock.outcome()
                .map(outcome -> outcome.isInTime() ? "kept" : "broken")
                .orElseGet(() -> {
                    if (clock.isPaused()) {
                        return "paused";
                    }
                    return clock.isOverdue(now) ? "late" : "running";
                });
    }

    private static String stateOfRight(RunningClock clock, Instant now) {
        if (clock.stoppedAt() != null) {
            return "used";
        }
        return clock.isOverdue(now) ? "lapsed" : "open";
    }

    /** Whether it still runs. */
    public boolean running() {
        return endedAt == null;
    }

    /** How its state is coloured. */
    public String chip() {
        return switch (state) {
            case "late", "broken" -> "overdue";
            case "kept" -> "done";
            case "running", "open" -> "running";
            default -> "draft";
        };
    }
}
