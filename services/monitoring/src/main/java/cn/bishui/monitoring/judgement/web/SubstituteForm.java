package cn.bishui.monitoring.judgement.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.judgement.SubstituteHours;
import cn.bishui.monitoring.judgement.SubstitutedValues;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value in the place of hours, as it is typed or sent.
 *
 * @param from first hour of the day, 0 to 23
 * @param to last hour of the day
 * @param value in the unit in which devices send the pollutant
 */
record SubstituteForm(
        @Nullable String mn,
        @Nullable String day,
        @Nullable String from,
        @Nullable String to,
        @Nullable String pollutant,
        @Nullable String value,
        @Nullable String method,
        @Nullable String reason) {

    private static final int LONGEST = 500;
    private static final int CODE = 64;

    static SubstituteForm of(@Nullable String day, @Nullable String pollutant) {
        return new SubstituteForm(null, day, null, null, pollutant, null, null, null);
    }

    /** Hours and what takes their place. */
    record Entered(SubstituteHours.Hours hours, SubstitutedValues.Substitute substitute) {}

    Entered read() {
        Input input = new Input();
        var device = input.text("mn", mn, CODE);
        var on = input.required("day", day, Input::date);
        var first = input.required("from", from, SubstituteForm::hour);
        var last = input.required("to", to, SubstituteForm::hour);
        var of = input.required("pollutant", pollutant, SubstituteForm::known);
        var number = input.required("value", value, SubstituteForm::number);
        var how = input.required("method", method, SubstituteForm::method);
        var why = input.text("reason", reason, LONGEST);
        return input.read(() -> new Entered(
                new SubstituteHours.Hours(device.get(), on.get(), first.get(), last.get()),
                new SubstitutedValues.Substitute(of.get(), number.get(), how.get(), why.get())));
    }

    private static Integer hour(String typed) {
        if (!typed.matches("[01]?\\d|2[0-3]")) {
            throw RuleBroken.invalid("substitute.hour");
        }
        return Integer.valueOf(typed);
    }

    private static String known(String typed) {
        return Pollutants.find(typed)
                .map(Pollutant::code)
                .orElseThrow(() -> RuleBroken.invalid("onsite.pollutant", typed));
    }

    private static BigDecimal number(String typed) {
        BigDecimal number = Input.decimal(typed);
        if (number.signum() < 0) {
            throw RuleBroken.invalid("input.not-a-number", typed);
        }
        return number;
    }

    private static SubstitutedValues.Method method(String typed) {
        SubstitutedValues.Method method = SubstitutedValues.Method.of(typed);
        if (method == null) {
            throw RuleBroken.invalid("substitute.method");
        }
        return method;
    }
}
