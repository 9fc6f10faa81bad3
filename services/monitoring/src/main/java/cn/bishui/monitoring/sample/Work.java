package cn.bishui.monitoring.sample;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of what was found in a sample: entered, reviewed by three people of whom none analysed, released. A released one
 * never changes; a correction is a further version.
 *
 * @param number 1, and one more for each correction
 * @param reason why it corrects the one before; empty for the first
 * @param remark why a draft was sent back, or why it was discarded; empty else
 * @param findings in any order, one per item
 * @param steps who took it to which stage
 */
public record Work(
        int number, Stage stage, String reason, String remark, List<Finding> findings, Map<Stage, Step> steps) {

    private static final List<Stage> REVIEWS = List.of(Stage.CHECKED, Stage.REVIEWED, Stage.SIGNED);

    /** Keeps copies. */
    public Work {
        findings = List.copyOf(findings);
        steps = Map.copyOf(steps);
    }

    /** Who, and when. */
    public record Step(String by, Instant at) {}

    /** The first, with nothing found yet. */
    public static Work first() {
        return new Work(1, Stage.DRAFT, "", "", List.of(), Map.of());
    }

    /** With other findings; code {@code sample.not-draft}. */
    Work finding(List<Finding> others) {
        mustBe(stage == Stage.DRAFT, "sample.not-draft");
        return new Work(number, stage, reason, remark, others, steps);
    }

    /** Handed to review; code {@code sample.not-draft}. */
    Work submitted(Step step) {
        mustBe(stage == Stage.DRAFT, "sample.not-draft");
        return to(Stage.SUBMITTED, step);
    }

    /** What the next review is; empty where none is due. */
    public Optional<Stage> nextReview() {
        return switch (stage) {
            case SUBMITTED -> Optional.of(Stage.CHECKED);
            case CHECKED -> Optional.of(Stage.REVIEWED);
            case REVIEWED -> Optional.of(Stage.SIGNED);
            case DRAFT, SIGNED, RELEASED, SUPERSEDED, DISCARDED -> Optional.empty();
        };
    }

    /**
     * A review further; codes {@code sample.not-in-review}, {@code sample.own-analysis} and {@code sample.reviewed-before}, since three
     * people review and none of them analysed, took or handed it in.
     */
    Work reviewed(Step step, String takenBy) {
        Stage next = nextReview().orElseThrow(() -> RuleBroken.conflict("sample.not-in-review"));
        mayReview(step.by(), takenBy);
        return to(next, step);
    }

    private void mayReview(String person, String takenBy) {
        Step submitted = steps.get(Stage.SUBMITTED);
        boolean own = takenBy.equals(person)
                || (submitted != null && submitted.by().equals(person))
                || findings.stream().anyMatch(each -> each.analyst().equals(person));
        if (own) {
            throw RuleBroken.forbidden("sample.own-analysis");
        }
        for (Stage review : REVIEWS) {
            Step before = steps.get(review);
            if (before != null && before.by().equals(person)) {
                throw RuleBroken.forbidden("sample.reviewed-before");
            }
        }
    }

    /** Whether a person may do the next review. */
    public boolean mayBeReviewedBy(String person, String takenBy) {
        if (nextReview().isEmpty()) {
            return false;
        }
        try {
            mayReview(person, takenBy);
            return true;
        } catch (RuleBroken no) {
            return false;
        }
    }

    /** Back to who entered it, all reviews undone; code {@code sample.not-in-review}. */
    Work sentBack(String why) {
        mustBe(stage.isInReview() || stage == Stage.SIGNED, "sample.not-in-review");
        return new Work(number, Stage.DRAFT, reason, why, findings, Map.of());
    }

    /** Out, and locked; code {@code sample.not-signed}. */
    Work released(Step step) {
        mustBe(stage == Stage.SIGNED, "sample.not-signed");
        return to(Stage.RELEASED, step);
    }

    /** A further version with the same findings, to be corrected; code {@code sample.not-released}. */
    Work corrected(String why) {
        mustBe(stage == Stage.RELEASED, "sample.not-released");
        return new Work(number + 1, Stage.DRAFT, why, "", findings, Map.of());
    }

    /** Whether it can be discarded: nobody reviews it now, and no version of it was released. */
    public boolean mayBeDiscarded() {
        return stage == Stage.DRAFT && number == 1;
    }

    /** Whether a reviewer has seen it and sent it back. */
    boolean wasSentBack() {
        return stage == Stage.DRAFT && !remark.isEmpty();
    }

    /** Given up; code {@code sample.not-discardable}. */
    Work discarded(String why) {
        mustBe(mayBeDiscarded(), "sample.not-discardable");
        return new Work(number, Stage.DISCARDED, reason, why, findings, steps);
    }

    /** What its progress is called: {@code returned} for a draft that was sent back, else the code of its stage. */
    public String progress() {
        return wasSentBack() ? "returned" : stage.code();
    }

    /** Who analysed. */
    public List<String> analysts() {
        return new ArrayList<>(
                findings.stream().map(Finding::analyst).distinct().toList());
    }

    private Work to(Stage next, Step step) {
        Map<Stage, Step> taken = new EnumMap<>(Stage.class);
        taken.putAll(steps);
        taken.put(next, step);
        return new Work(number, next, reason, "", findings, taken);
    }

    private static void mustBe(boolean right, String code) {
        if (!right) {
            throw RuleBroken.conflict(code);
        }
    }
}
