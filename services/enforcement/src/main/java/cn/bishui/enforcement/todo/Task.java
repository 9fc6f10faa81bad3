package cn.bishui.enforcement.todo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param clue the clue it belongs to
 * @param outlet code of the outlet, null where the clue is about the unit as a whole
 * @param reported whether an act was found after a complaint
 * @param fallen whether an exceedance on which the clue rests no longer stands
 * @param due last day, null where no clock runs any more
 */
public record Task(
        Kind kind,
        UUID clue,
        String number,
        String unitName,
        @Nullable String outlet,
        @Nullable String outletName,
        boolean reported,
        boolean fallen,
        @Nullable LocalDate due) {

    /** What is to be done. */
    public enum Kind {
        DRAFT_CARD,
        REDRAFT_CARD,
        SIGN_CARD,
        PROPOSE_FILING,
        PROPOSE_FILING_AGAIN,
        DECIDE_FILING,
        /** The clock has run out and nobody proposed anything: the head sees to it. */
        CHASE_FILING
    }
}
