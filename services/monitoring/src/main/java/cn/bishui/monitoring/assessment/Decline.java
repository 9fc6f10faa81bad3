package cn.bishui.monitoring.assessment;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A section that got worse than it was in the base year, and what was made of it: flagged, its cause, the measures against it.
 *
 * @param revision of the assessment that shows it
 * @param why the change in words
 * @param cause empty while it is not known
 * @param measures empty while there are none
 * @param version rises with every change
 */
public record Decline(
        String site,
        Period period,
        int revision,
        State state,
        String why,
        String cause,
        @Nullable Step causeStep,
        String measures,
        @Nullable Step measuresStep,
        long version) {

    /** How far it is. */
    public enum State {
        /** Nobody said why yet. */
        FLAGGED("flagged"),
        /** The cause is known. */
        EXPLAINED("explained"),
        /** There are measures. */
        ANSWERED("answered"),
        /** A later revision shows no decline. */
        LIFTED("lifted");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As it is written in the database and messages. */
        public String code() {
            return code;
        }

        /** The state of a code. */
        public static State of(String code) {
            for (State each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No state of a decline: " + code);
        }
    }

    /** Who, and when. */
    public record Step(String by, Instant at) {}

    /** One that was just found. */
    static Decline flagged(Assessment now, String why) {
        return new Decline(now.site(), now.period(), now.revision(), State.FLAGGED, why, "", null, "", null, 0);
    }

    /** Still there by a later revision; one that was lifted is flagged again. */
    Decline again(Assessment now, String because) {
        State next = state == State.LIFTED ? State.FLAGGED : state;
        return new Decline(
                site, period, now.revision(), next, because, cause, causeStep, measures, measuresStep, version + 1);
    }

    /** Gone by a later revision. */
    Decline lifted(Assessment now) {
        return new Decline(
                site, period, now.revision(), State.LIFTED, why, cause, causeStep, measures, measuresStep, version + 1);
    }

    /** With its cause; code {@code decline.lifted}. */
    public Decline explained(String because, Step step) {
        mustStand();
        State next = state == State.FLAGGED ? State.EXPLAINED : state;
        return new Decline(site, period, revision, next, why, because, step, measures, measuresStep, version + 1);
    }

    /** With the measures against it; codes {@code decline.lifted}, {@code decline.cause-first}. */
    public Decline answered(String what, Step step) {
        mustStand();
        if (state == State.FLAGGED) {
            throw RuleBroken.conflict("decline.cause-first");
        }
        return new Decline(site, period, revision, State.ANSWERED, why, cause, causeStep, what, step, version + 1);
    }

    private void mustStand() {
        if (state == State.LIFTED) {
            throw RuleBroken.conflict("decline.lifted");
        }
    }

    /** What the audit log calls it. */
    public String subject() {
        return subject(site, period);
    }

    /** What the audit log calls the decline of a section in a period. */
    public static String subject(String site, Period period) {
        return "decline/" + site + "/" + period.text();
    }
}
