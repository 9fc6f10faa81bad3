package cn.bishui.monitoring.sample;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A sample that was taken at a site, or why none was.
 *
 * @param number as its bottles bear it: {@code SY-2026-000123}
 * @param site code
 * @param takenBy username
 * @param note empty if there is none
 * @param work the newest version of what was found
 * @param version rises with every change
 */
public record Sample(
        String number,
        String site,
        LocalDate takenOn,
        String takenBy,
        Condition condition,
        String note,
        Work work,
        long version) {

    /** With other findings; codes {@code sample.nothing-taken}, {@code sample.not-draft}. */
    public Sample finding(List<Finding> findings) {
        if (condition != Condition.NORMAL && !findings.isEmpty()) {
            throw RuleBroken.conflict("sample.nothing-taken");
        }
        return with(work.finding(findings));
    }

    /** Handed to review; codes {@code sample.nothing-found}, {@code sample.not-draft}. */
    public Sample submitted(String by, Instant at) {
        if (condition == Condition.NORMAL && work.findings().isEmpty()) {
            throw RuleBroken.conflict("sample.nothing-found");
        }
        return with(work.submitted(new Work.Step(by, at)));
    }

    /** A review further; see {@link Work#reviewed}. */
    public Sample reviewed(String by, Instant at) {
        return with(work.reviewed(new Work.Step(by, at), takenBy));
    }

    /** Whether that person may discard it without being the head: who took it, and only before a reviewer has seen it. */
    public boolean mayBeDiscardedBy(String username) {
        return takenBy.equals(username) && !work.wasSentBack();
    }

    /** Back to who entered it; code {@code sample.not-in-review}. */
    public Sample sentBack(String why) {
        return with(work.sentBack(why));
    }

    /** Out, and locked; code {@code sample.not-signed}. */
    public Sample released(String by, Instant at) {
        return with(work.released(new Work.Step(by, at)));
    }

    /** With a further version to be corrected; code {@code sample.not-released}. */
    public Sample corrected(String reason) {
        return with(work.corrected(reason));
    }

    /** Given up, so that its site and day are free; code {@code sample.not-discardable}. */
    public Sample discarded(String why) {
        return with(work.discarded(why));
    }

    /** What the audit log calls it. */
    public String subject() {
        return subject(number);
    }

    /** What the audit log calls the sample of a number. */
    public static String subject(String number) {
        return "sample/" + number;
    }

    private Sample with(Work other) {
        return new Sample(number, site, takenOn, takenBy, condition, note, other, version + 1);
    }
}
