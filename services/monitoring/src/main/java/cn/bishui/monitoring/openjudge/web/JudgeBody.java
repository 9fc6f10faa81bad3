package cn.bishui.monitoring.openjudge.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Question;
import cn.bishui.monitoring.openjudge.Question.Setting;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Measured;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a program hands it in; which fields count depends on the water.
 *
 * @param waterType of surface water: {@code river} or {@code lake}
 * @param values by code, symbol or name, as numbers or as reports print them
 * @param day on which the limits are those that count; today where it is absent
 * @param oxygenSaturation of surface water, percent
 * @param point of drinking water: {@code works} or {@code network-end}, which is where it is absent
 * @param supply of drinking water: {@code central}, which is where it is absent, or {@code small}
 * @param disinfection of drinking water; chlorine where it is absent
 * @param depth of a water that may be black and odorous, cm
 */
record JudgeBody(
        @Nullable String waterType,
        @Nullable TypedValues values,
        @Nullable String day,
        @Nullable String oxygenSaturation,
        @Nullable String point,
        @Nullable String supply,
        @Nullable List<@Nullable String> disinfection,
        @Nullable String depth) {

    Question read(Water water, LocalDate today) {
        Input input = new Input();
        var type = water == Water.SURFACE_WATER
                ? input.required("waterType", waterType, text -> one(WaterType.class, "judge.water-type", text))
                : input.part("waterType", () -> WaterType.RIVER);
        var on = input.part("day", () -> water.heldOn(day == null || day.isBlank() ? today : Input.date(day)));
        var saturation = input.optional("oxygenSaturation", oxygenSaturation, Reading::saturation);
        var at = input.optional("point", point, text -> one(Point.class, "judge.point", text));
        var of = input.optional("supply", supply, text -> one(Supply.class, "judge.supply", text));
        var used = input.part("disinfection", this::used);
        var deep = input.optional("depth", depth, Reading::notNegative);
        Map<String, Measured> measured = type.isRead() && on.isRead()
                ? (values == null ? new TypedValues() : values)
                        .read(water, Items.of(water, type.get(), on.get()), input)
                : Map.of();
        return input.read(() -> new Question(
                water,
                on.get(),
                new Setting(type.get(), or(at, Point.NETWORK_END), or(of, Supply.CENTRAL), used.get()),
                measured,
                saturation.get().orElse(null),
                deep.get().orElse(null)));
    }

    private static <T> T or(Field<Optional<T>> field, T usual) {
        return field.get().orElse(usual);
    }

    private Set<Disinfection> used() {
        if (disinfection == null) {
            return Setting.USUAL.disinfection();
        }
        Set<Disinfection> read = EnumSet.noneOf(Disinfection.class);
        for (String each : disinfection) {
            read.add(one(Disinfection.class, "judge.disinfection", each == null ? "" : each));
        }
        return read;
    }

    /** Reads a word that stands for one of a few things, as {@code network-end}. */
    static <E extends Enum<E>> E one(Class<E> kind, String code, String typed) {
        try {
            return Enum.valueOf(kind, typed.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid(code);
        }
    }
}
