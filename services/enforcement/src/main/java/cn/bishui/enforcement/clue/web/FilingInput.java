package cn.bishui.enforcement.clue.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.enforcement.clue.DecideFiling.Answer;
import cn.bishui.enforcement.clue.FilingDecision;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/** What people write on filing, in a form or as JSON. */
final class FilingInput {

    private static final int LONGEST_REASON = 2_000;

    private FilingInput() {}

    /** A proposal; {@code version} is that of the clue as the inspector saw it. */
    record ProposalForm(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Long version) {

        Proposed read() {
            Input input = new Input();
            Field<FilingDecision> chosen = input.required("decision", decision, FilingDecision::of);
            Field<String> why = input.text("reason", reason, LONGEST_REASON);
            return input.read(() -> new Proposed(chosen.get(), why.get()));
        }
    }

    record Proposed(FilingDecision decision, String reason) {}

    /** The head's answer; {@code version} is that of the clue as the head saw it. */
    record AnswerForm(
            @Nullable Boolean agree,
            @Nullable String reason,
            @Nullable Long version) {

        Answered read() {
            Input input = new Input();
            if (agree == null) {
                input.reject("agree", RuleBroken.invalid("input.missing"));
            }
            if (version == null) {
                input.reject("version", RuleBroken.invalid("input.missing"));
            }
            long seen = version == null ? 0 : version;
            if (agree == null || agree) {
                return input.read(() -> new Answered(seen, new Answer.Agree()));
            }
            Field<String> why = input.text("reason", reason, LONGEST_REASON);
            return input.read(() -> new Answered(seen, new Answer.SendBack(why.get())));
        }
    }

    record Answered(long seen, Answer answer) {}
}
