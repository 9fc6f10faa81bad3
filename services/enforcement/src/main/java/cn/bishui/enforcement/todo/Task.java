package cn.bishui.enforcement.todo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param clue the clue it belongs to
 * @param due last day, null where no clock runs any more
 */
public record Task(
        Kind kind,
        UUID clue,
        String number,
        String unitName,
        String outlet,
        String outletName,
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
