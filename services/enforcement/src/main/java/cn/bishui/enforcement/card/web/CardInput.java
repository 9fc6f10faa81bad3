package cn.bishui.enforcement.card.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.enforcement.card.Measure;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/** What people write on cards, in a form or as JSON; {@code version} is that of the card as they saw it. */
final class CardInput {

    private static final int LONGEST_REASON = 2_000;

    private CardInput() {}

    record DraftForm(
            @Nullable String reason,
            @Nullable String measure,
            @Nullable Long version) {

        Drafted read() {
            Input input = new Input();
            Field<String> why = input.text("reason", reason, LONGEST_REASON);
            Field<Measure> chosen = input.required("measure", measure, Measure::of);
            return input.read(() -> new Drafted(why.get(), chosen.get()));
        }
    }

    record Drafted(String reason, Measure measure) {}

    record SignForm(@Nullable Long version) {

        long read() {
            Input input = new Input();
            return seen(input, version);
        }
    }

    record ReturnForm(@Nullable String reason, @Nullable Long version) {

        Returned read() {
            Input input = new Input();
            Field<String> why = input.text("reason", reason, LONGEST_REASON);
            long seen = version == null ? missing(input) : version;
            return input.read(() -> new Returned(seen, why.get()));
        }
    }

    record Returned(long seen, String reason) {}

    private static long seen(Input input, @Nullable Long version) {
        long seen = version == null ? missing(input) : version;
        return input.read(() -> seen);
    }

    private static long missing(Input input) {
        input.reject("version", RuleBroken.invalid("input.missing"));
        return 0;
    }
}
