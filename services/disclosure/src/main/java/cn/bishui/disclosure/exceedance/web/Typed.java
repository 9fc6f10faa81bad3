package cn.bishui.disclosure.exceedance.web;

import cn.bishui.disclosure.exceedance.Wanted;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filter as the reader typed it. */
record Typed(
        @Nullable String from,
        @Nullable String to,
        @Nullable String unit,
        @Nullable String pollutant) {

    /**
     * What is wanted.
     *
     * @throws cn.bishui.web.form.InvalidInput where that cannot be told
     */
    Wanted read() {
        Input input = new Input();
        Field<Optional<LocalDate>> first = input.optional("from", from, Input::date);
        Field<Optional<LocalDate>> last = input.optional("to", to, Input::date);
        Field<Optional<String>> whose = input.optional("unit", unit, Function.identity());
        Field<Optional<String>> what = input.optional("pollutant", pollutant, Function.identity());
        return input.read(() -> new Wanted(
                first.get().orElse(null),
                last.get().orElse(null),
                whose.get().orElse(null),
                what.get().orElse(null)));
    }
}
