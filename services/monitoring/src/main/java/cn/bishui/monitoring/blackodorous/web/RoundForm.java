package cn.bishui.monitoring.blackodorous.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.blackodorous.EnterRounds.Entry;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Measured;
import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.blackodorous.Observation;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A round as it is typed or sent: a day, and values by point and indicator.
 *
 * @param values by {@code point/indicator}, the indicator being {@code transparency}, {@code depth}, {@code clear}, {@code oxygen},
 *     {@code redox} or {@code ammonia}
 * @param from first day of the span that is graded
 * @param to its last day
 */
record RoundForm(
        @Nullable String day,
        @Nullable String reason,
        @Nullable Map<String, @Nullable String> values,
        @Nullable String from,
        @Nullable String to) {

    static final RoundForm EMPTY = new RoundForm(null, null, null, null, null);

    private static final int LONGEST_REASON = 500;
    private static final String DEPTH = "depth";
    private static final String CLEAR = "clear";

    /** From when until when. */
    record Span(LocalDate from, LocalDate to) {}

    /** What was typed; empty if nothing. */
    public String valueOf(String point, String indicator) {
        String typed = values == null ? null : values.get(point + "/" + indicator);
        return typed == null ? "" : typed;
    }

    Span span() {
        Input input = new Input();
        var first = input.required("from", from, Input::date);
        var last = input.required("to", to, Input::date);
        return input.read(() -> new Span(first.get(), last.get()));
    }

    /** Those points of which something was typed. */
    List<Entry> entries() {
        Input input = new Input();
        var on = input.required("day", day, typed -> Water.BLACK_ODOROUS.heldOn(Input.date(typed)));
        var why = input.optional("reason", reason, text -> text.length() > LONGEST_REASON ? tooLong() : text);
        Map<String, Map<String, BigDecimal>> numbers = new LinkedHashMap<>();
        Map<String, @Nullable String> cells = values == null ? Map.of() : values;
        cells.forEach((name, value) -> {
            int slash = name.lastIndexOf('/');
            if (value == null || value.isBlank() || slash < 0) {
                return;
            }
            String indicator = name.substring(slash + 1);
            if (!on.isRead()) {
                return;
            }
            var read = input.required("values[" + name + "]", value, text -> number(indicator, text, on.get()));
            if (read.isRead() && !isNotClear(indicator, read.get())) {
                numbers.computeIfAbsent(name.substring(0, slash), point -> new LinkedHashMap<>())
                        .put(indicator, read.get());
            }
        });
        if (on.isRead() && numbers.isEmpty()) {
            input.reject("", RuleBroken.invalid("odorous.empty"));
        }
        return input.read(() -> {
            List<Entry> entries = new ArrayList<>();
            numbers.forEach((point, found) -> entries.add(new Entry(
                    entries.size() + 1,
                    point,
                    observation(on.get(), found),
                    why.get().orElse(""))));
            return entries;
        });
    }

    private static Observation observation(LocalDate day, Map<String, BigDecimal> found) {
        return new Observation(
                day,
                found.get("transparency"),
                found.get(DEPTH),
                found.containsKey(CLEAR),
                found.get("oxygen"),
                found.get("redox"),
                found.get("ammonia"));
    }

    private static boolean isNotClear(String indicator, BigDecimal read) {
        return indicator.equals(CLEAR) && read.signum() == 0;
    }

    private static BigDecimal clear(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on", "是" -> BigDecimal.ONE;
            case "0", "false", "no", "否" -> BigDecimal.ZERO;
            default -> throw RuleBroken.invalid("judge.number", Reading.shown(typed));
        };
    }

    private static String tooLong() {
        throw RuleBroken.invalid("input.too-long", Integer.toString(LONGEST_REASON));
    }

    private static BigDecimal number(String indicator, String typed, LocalDate day) {
        if (indicator.equals(CLEAR)) {
            return clear(typed);
        }
        if (indicator.equals(DEPTH)) {
            return Reading.notNegative(typed);
        }
        return BlackOdorous.indicators().stream()
                .filter(each -> each.id().equals(indicator))
                .findFirst()
                .map(each -> number(Reading.of(Water.BLACK_ODOROUS, each.item(), typed), day))
                .orElseThrow(() ->
                        RuleBroken.invalid("judge.unknown", Reading.shown(indicator), Water.BLACK_ODOROUS.standard()));
    }

    /** Below detection counts as half of it. */
    static BigDecimal number(Measured measured, LocalDate day) {
        return switch (measured) {
            case Measured.Value(BigDecimal value) -> value;
            case Measured.Below(BigDecimal limit)
            when limit != null ->
                limit.multiply(BlackOdorous.on(day).rule("value.below").number());
            case Measured.Below below -> throw RuleBroken.invalid("judge.number", below.text());
            case Measured.Above above -> throw RuleBroken.invalid("judge.number", above.text());
            case Measured.Words words -> throw RuleBroken.invalid("judge.number", words.text());
        };
    }
}
