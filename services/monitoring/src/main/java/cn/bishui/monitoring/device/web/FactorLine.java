package cn.bishui.monitoring.device.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.Factor;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of what a device measures, as it is typed or sent; numbers in the pollutant's own unit. */
record FactorLine(
        @Nullable String pollutant,
        @Nullable String low,
        @Nullable String high,
        @Nullable String resolution,
        @Nullable String analyser,
        @Nullable String serial) {

    /** So many empty lines a form offers. */
    static final int ROOM = 4;

    private static final FactorLine EMPTY = new FactorLine(null, null, null, null, null, null);
    private static final int MOST = 50;
    private static final int LONGEST = 100;

    static FactorLine of(Factor factor) {
        BigDecimal step = factor.resolution();
        return new FactorLine(
                factor.pollutant().code(),
                factor.low().toPlainString(),
                factor.high().toPlainString(),
                step == null ? null : step.toPlainString(),
                factor.analyser(),
                factor.serial());
    }

    /** Lines with empty ones at their end. */
    static List<FactorLine> withRoom(@Nullable List<FactorLine> lines) {
        return Stream.concat(
                        lines(lines).stream().filter(each -> !each.isBlank()),
                        IntStream.range(0, ROOM).mapToObj(_ -> EMPTY))
                .toList();
    }

    /** Reads lines into an input that reads a whole; empty ones are passed over. */
    static List<Field<Factor>> read(Input input, @Nullable List<FactorLine> typed) {
        List<Field<Factor>> read = new ArrayList<>();
        List<FactorLine> lines = lines(typed);
        if (lines.size() > MOST) {
            input.reject("factors", RuleBroken.invalid("device.factors-many", Integer.toString(MOST)));
            return read;
        }
        for (int i = 0; i < lines.size(); i++) {
            FactorLine line = lines.get(i);
            if (!line.isBlank()) {
                read.add(input.part("factors[" + i + "]", line::read));
            }
        }
        return read;
    }

    private Factor read() {
        Input input = new Input();
        var what = input.required("pollutant", pollutant, Factor::pollutant);
        var from = input.required("low", low, Input::decimal);
        var to = input.required("high", high, Input::decimal);
        var step = input.optional("resolution", resolution, Input::decimal);
        var model = input.optional("analyser", analyser, FactorLine::text);
        var number = input.optional("serial", serial, FactorLine::text);
        return input.read(() -> new Factor(
                what.get(),
                from.get(),
                to.get(),
                step.get().orElse(null),
                model.get().orElse(""),
                number.get().orElse("")));
    }

    private static String text(String typed) {
        if (typed.length() > LONGEST) {
            throw RuleBroken.invalid("input.too-long", Integer.toString(LONGEST));
        }
        return typed;
    }

    private boolean isBlank() {
        return Stream.of(pollutant, low, high, resolution, analyser, serial)
                .allMatch(each -> each == null || each.isBlank());
    }

    private static List<FactorLine> lines(@Nullable List<FactorLine> lines) {
        return lines == null ? List.of() : lines;
    }
}
