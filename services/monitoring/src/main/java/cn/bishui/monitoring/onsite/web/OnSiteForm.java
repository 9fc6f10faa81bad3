package cn.bishui.monitoring.onsite.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.onsite.OnSiteSample;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Units;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sample taken on site, as it is typed or sent; each move reads what it needs.
 *
 * @param unit unified social credit code
 * @param values by code of the pollutant, as the report has them: {@code 58.2}, {@code 0.05L}, {@code 58 µg/L}; in mg/L where
 *     no unit is written
 */
record OnSiteForm(
        @Nullable String unit,
        @Nullable String outlet,
        @Nullable String sampledAt,
        @Nullable String report,
        @Nullable String officer,
        @Nullable String second,
        @Nullable String laboratory,
        Map<String, @Nullable String> values,
        @Nullable String version,
        @Nullable String reason) {

    /** Nothing typed is an empty map. */
    @SuppressWarnings("NullAway") // binding passes null
    OnSiteForm {
        values = values == null ? Map.of() : values;
    }

    private static final int LONGEST = 500;
    private static final int NAME = 100;
    private static final int CODE = 64;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static final OnSiteForm EMPTY = new OnSiteForm(null, null, null, null, null, null, null, Map.of(), null, null);

    static OnSiteForm at(String unit, String outlet) {
        return new OnSiteForm(unit, outlet, null, null, null, null, null, Map.of(), null, null);
    }

    /** Which outlet, and what the report says. */
    record Entered(String unit, String outlet, OnSiteSample.Entry entry) {}

    /** Why, with the version that was seen. */
    record Reasoned(long seen, String reason) {}

    Entered entered(ZoneId zone) {
        Input input = new Input();
        var of = input.text("unit", unit, CODE);
        var at = input.text("outlet", outlet, CODE);
        var when = input.required("sampledAt", sampledAt, OnSiteForm::moment);
        var number = input.text("report", report, NAME);
        var one = input.text("officer", officer, CODE);
        var other = input.text("second", second, CODE);
        var by = input.text("laboratory", laboratory, NAME);
        List<OnSiteSample.Value> found = new ArrayList<>();
        Map<String, @Nullable String> typed = new TreeMap<>(values);
        typed.forEach((code, value) -> {
            if (value != null && !value.isBlank()) {
                var read = input.required("values[" + code + "]", value, text -> value(code, text));
                if (read.isRead()) {
                    found.add(read.get());
                }
            }
        });
        return input.read(() -> new Entered(
                of.get(),
                at.get(),
                new OnSiteSample.Entry(
                        when.get().atZone(zone).toInstant(), number.get(), one.get(), other.get(), by.get(), found)));
    }

    long seen() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        return input.read(() -> at.get().longValue());
    }

    Reasoned reasoned() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var why = input.text("reason", reason, LONGEST);
        return input.read(() -> new Reasoned(at.get().longValue(), why.get()));
    }

    /** What is typed of a pollutant. */
    public String typed(String code) {
        String typed = values.get(code);
        return typed == null ? "" : typed;
    }

    private static OnSiteSample.Value value(String code, String typed) {
        Pollutant pollutant = Pollutants.find(code).orElseThrow(() -> RuleBroken.invalid("onsite.pollutant", code));
        BigDecimal number = number(typed, pollutant.judgedUnit());
        BigDecimal own = pollutant.divisor() == null ? number : number.multiply(pollutant.divisor());
        boolean hasUnit = pollutant.judgedUnit().equals("1") || typed.matches(".*[A-KM-Za-km-zµμ/].*");
        return new OnSiteSample.Value(pollutant.code(), hasUnit ? typed : typed + " " + pollutant.judgedUnit(), own);
    }

    private static BigDecimal number(String typed, String unit) {
        Measured measured;
        try {
            measured = Units.read(typed, unit);
        } catch (IllegalArgumentException notAValue) {
            throw RuleBroken.invalid("onsite.value", unit);
        }
        BigDecimal number = switch (measured) {
            case Measured.Value value -> value.number();
            case Measured.Above above -> above.limit();
            case Measured.Below below ->
                below.limit() == null ? null : below.limit().multiply(HALF);
            case Measured.Words _ -> null;
        };
        if (number == null || number.signum() < 0) {
            throw RuleBroken.invalid("onsite.value", unit);
        }
        return number;
    }

    private static LocalDateTime moment(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeParseException notAMoment) {
            throw RuleBroken.invalid("command.moment");
        }
    }
}
