package cn.bishui.clocks;

import java.util.Locale;

/** A move that the law does not allow a clock. A service answers with its own rule of the same {@link #code}. */
public final class ClockRefused extends RuntimeException {

    /** What is wrong with the move. */
    public enum Reason {
        /** The clock has been stopped. */
        STOPPED,
        /** Its time is over. */
        RAN_OUT,
        /** It is paused already. */
        PAUSED,
        /** It is not paused. */
        NOT_PAUSED,
        /** The rule does not leave out time for this reason. */
        NOT_EXCLUDED,
        /** The moment lies before what it must follow. */
        TOO_EARLY,
        /** The rule knows no such extension, or not yet. */
        NOT_EXTENDABLE,
        /** This extension was given already. */
        EXTENDED,
        /** The amount is none, or more than the rule allows. */
        TOO_LONG
    }

    private final Reason reason;

    ClockRefused(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The reason as a code, such as {@code clock.not-excluded}. */
    public String code() {
        return "clock." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
