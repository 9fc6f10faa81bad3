package cn.bishui.monitoring.assessment.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.assessment.BaseValue;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Item;
import cn.bishui.web.form.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a section had in the base year, as it is typed or sent.
 *
 * @param waterClass 1 to 6
 * @param values means by code, symbol or name of the item
 */
record BaseForm(
        @Nullable String section,
        @Nullable String waterClass,
        @Nullable String source,
        @Nullable Map<String, @Nullable String> values) {

    private static final int CODE = 64;
    private static final int LONGEST = 200;

    static BaseForm of(@Nullable String section) {
        return new BaseForm(section, null, null, null);
    }

    static BaseForm of(BaseValue value) {
        return new BaseForm(
                value.site(), Integer.toString(value.waterClass()), value.source(), new LinkedHashMap<>(value.found()));
    }

    /** Read. */
    record Typed(String section, int waterClass, Map<String, String> found, String source) {}

    /** What was typed of an item; empty if nothing. */
    public String valueOf(String key) {
        String typed = values == null ? null : values.get(key);
        return typed == null ? "" : typed;
    }

    Typed read(Items items) {
        Input input = new Input();
        var at = input.text("section", section, CODE);
        var of = input.required("waterClass", waterClass, BaseForm::waterClass);
        var from = input.text("source", source, LONGEST);
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, @Nullable String> typed = values == null ? Map.of() : values;
        typed.forEach((name, value) -> {
            if (value == null || value.isBlank()) {
                return;
            }
            String field = "values[" + name + "]";
            Item item = items.find(name).orElse(null);
            if (item == null) {
                input.reject(
                        field,
                        RuleBroken.invalid("judge.unknown", Reading.shown(name), Water.SURFACE_WATER.standard()));
                return;
            }
            var read = input.required(field, value, text -> Reading.of(Water.SURFACE_WATER, item, text));
            if (read.isRead()) {
                found.put(item.key(), read.get().text());
            }
        });
        return input.read(() -> new Typed(at.get(), of.get(), found, from.get()));
    }

    private static Integer waterClass(String typed) {
        if (!typed.matches("[1-6]")) {
            throw RuleBroken.invalid("base.class");
        }
        return Integer.valueOf(typed);
    }
}
