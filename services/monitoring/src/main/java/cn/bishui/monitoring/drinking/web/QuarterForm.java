package cn.bishui.monitoring.drinking.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it is typed or sent.
 *
 * @param digest of what the person saw
 */
record QuarterForm(
        @Nullable String digest,
        @Nullable String incompleteReason,
        @Nullable String correctionReason) {

    static final QuarterForm EMPTY = new QuarterForm(null, null, null);

    private static final int LONGEST_REASON = 500;
    private static final int DIGEST = 64;

    /** What was read; empty where nothing was said. */
    record Approval(String digest, String incompleteReason, String correctionReason) {}

    Approval read() {
        Input input = new Input();
        var seen = input.text("digest", digest, DIGEST);
        var incomplete = input.optional("incompleteReason", incompleteReason, QuarterForm::bounded);
        var correction = input.optional("correctionReason", correctionReason, QuarterForm::bounded);
        return input.read(() -> new Approval(
                seen.get(), incomplete.get().orElse(""), correction.get().orElse("")));
    }

    private static String bounded(String typed) {
        if (typed.length() > LONGEST_REASON) {
            throw RuleBroken.invalid("input.too-long", Integer.toString(LONGEST_REASON));
        }
        return typed;
    }
}
