package cn.bishui.clocks;

import java.time.Instant;

/**
 * Something that a running clock makes happen.
 *
 * @param at when
 * @param step which step of its plan, such as {@code last-day}
 * @param kind how it is meant
 * @param tells who is to be told
 */
public record Moment(Instant at, String step, Kind kind, Recipient tells) {

    /** How a moment is meant. */
    public enum Kind {
        /** Time runs out. */
        WARNING,
        /** It is late. */
        OVERDUE,
        /** A term, a right or a minimum is over; nobody is late. */
        OVER
    }

    /** Who is told; the service knows who that is, also where nothing is assigned yet. */
    public enum Recipient {
        /** Who holds the clock. */
        HANDLER,
        /** Who supervises them. */
        SUPERVISOR,
        /** The head of the bureau. */
        HEAD
    }
}
