package cn.bishui.complaints.supervision.web;

import cn.bishui.complaints.supervision.CallOutcome;
import cn.bishui.complaints.supervision.SupervisionReason;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What supervisors and those who answer them write, in a form or as JSON. */
final class SupervisionInput {

    private static final int TEXT = 1_000;

    private SupervisionInput() {}

    /** A text, and nothing else. */
    record WordsForm(@Nullable String words) {

        String read() {
            Input input = new Input();
            Field<String> told = input.text("words", words, TEXT);
            return input.read(told::get);
        }
    }

    /** A supervision. */
    record SuperviseForm(
            @Nullable String reason,
            @Nullable String demand,
            @Nullable String due) {

        Demand read() {
            Input input = new Input();
            Field<SupervisionReason> why = input.required("reason", reason, SupervisionReason::of);
            Field<String> what = input.text("demand", demand, TEXT);
            Field<LocalDate> day = input.required("due", due, Input::date);
            return input.read(() -> new Demand(why.get(), what.get(), day.get()));
        }
    }

    record Demand(SupervisionReason reason, String demand, LocalDate due) {}

    /** What a call came to. */
    record CallForm(@Nullable String outcome, @Nullable String words) {

        Called read() {
            Input input = new Input();
            Field<CallOutcome> what = input.required("outcome", outcome, CallOutcome::of);
            Field<Optional<String>> told = input.optional("words", words, text -> {
                if (text.length() > TEXT) {
                    throw RuleBroken.invalid("input.too-long", TEXT);
                }
                return text;
            });
            return input.read(() -> new Called(what.get(), told.get().orElse(null)));
        }
    }

    record Called(CallOutcome outcome, @Nullable String words) {}

    /** A month of which a sample is drawn, as {@code 2026-10}. */
    record MonthForm(@Nullable String month) {

        YearMonth read() {
            Input input = new Input();
            Field<YearMonth> which = input.required("month", month, SupervisionInput::month);
            return input.read(which::get);
        }
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw RuleBroken.invalid("call-back.month", text);
        }
    }
}
