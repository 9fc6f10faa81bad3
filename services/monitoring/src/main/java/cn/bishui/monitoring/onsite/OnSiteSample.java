package cn.bishui.monitoring.onsite;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample that the authority took at an outlet (监督性监测, 执法监测). Two officers were there (行政处罚法 art 42); one person enters the
 * laboratory's report, another confirms it, and then it holds.
 *
 * @param outlet code within the permit
 * @param permit number of the permit whose limits hold at the outlet
 * @param entry what the report says
 * @param reason why it was withdrawn; null if it was not
 * @param version rises with every change
 */
public record OnSiteSample(
        long id,
        String unit,
        String outlet,
        String permit,
        Entry entry,
        State state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String reason,
        long version) {

    /** Where it stands. */
    public enum State {
        /** It waits for another person. */
        ENTERED("entered"),
        /** It holds. */
        CONFIRMED("confirmed"),
        /** It does not hold, or no longer. */
        WITHDRAWN("withdrawn");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As it is written in the database and in message keys. */
        public String code() {
            return code;
        }
    }

    /**
     * What the report says.
     *
     * @param report number of the report
     * @param officer account or post of the first officer
     * @param second account or post of the second, another person
     */
    public record Entry(
            Instant sampledAt, String report, String officer, String second, String laboratory, List<Value> values) {

        /** Checks that two were there, and that something was found; codes {@code onsite.officers}, {@code onsite.nothing}. */
        public Entry {
            values = List.copyOf(values);
            if (officer.equals(second)) {
                throw RuleBroken.invalid("onsite.officers");
            }
            if (values.isEmpty()) {
                throw RuleBroken.invalid("onsite.nothing");
            }
        }
    }

    /**
     * What was found.
     *
     * @param pollutant code of HJ 212-2017
     * @param reported as the report has it, with its unit
     * @param value in the pollutant's own unit; half the detection limit where it is below
     */
    public record Value(String pollutant, String reported, BigDecimal value) {}

    /** Confirmed by another person; codes {@code onsite.not-entered}, {@code onsite.four-eyes}. */
    public OnSiteSample confirm(Actor reviewer, Instant at) {
        if (state != State.ENTERED) {
            throw RuleBroken.conflict("onsite.not-entered");
        }
        if (reviewer.isSamePersonAs(enteredBy)) {
            throw RuleBroken.forbidden("onsite.four-eyes", enteredBy);
        }
        return new OnSiteSample(
                id,
                unit,
                outlet,
                permit,
                entry,
                State.CONFIRMED,
                enteredBy,
                enteredAt,
                reviewer.username(),
                at,
                null,
                version + 1);
    }

    /** Withdrawn for a reason; one that proves something by a third person. Codes {@code onsite.withdrawn}, {@code onsite.third}. */
    public OnSiteSample withdraw(String why, Actor reviewer) {
        if (state == State.WITHDRAWN) {
            throw RuleBroken.conflict("onsite.withdrawn");
        }
        if (state == State.CONFIRMED
                && (reviewer.isSamePersonAs(enteredBy) || reviewer.username().equals(confirmedBy))) {
            throw RuleBroken.forbidden("onsite.third");
        }
        return new OnSiteSample(
                id,
                unit,
                outlet,
                permit,
                entry,
                State.WITHDRAWN,
                enteredBy,
                enteredAt,
                confirmedBy,
                confirmedAt,
                why,
                version + 1);
    }

    /** What the audit log calls it. */
    public String subject() {
        return "on-site-sample/" + id;
    }
}
