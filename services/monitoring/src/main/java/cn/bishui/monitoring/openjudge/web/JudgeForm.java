package cn.bishui.monitoring.openjudge.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Question;
import cn.bishui.monitoring.openjudge.Question.Setting;
import cn.bishui.monitoring.openjudge.Sheet;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as a person pastes it, with what its limits depend on. */
record JudgeForm(
        @Nullable String table,
        @Nullable String waterType,
        @Nullable String day,
        @Nullable String point,
        @Nullable String supply,
        @Nullable String disinfection) {

    static JudgeForm of(@Nullable String table, LocalDate today) {
        return new JudgeForm(table, "river", today.toString(), "network-end", "central", "chlorine");
    }

    /** The table, and how its rows are to be judged. */
    record Asked(Water water, LocalDate day, Setting setting, Sheet table) {

        /** What is asked of one of its rows. */
        Question question(Sheet.Row row) {
            return new Question(water, day, setting, row.values(), row.saturation(), row.depth());
        }
    }

    Asked read(Water water, LocalDate today) {
        Input input = new Input();
        boolean surface = water == Water.SURFACE_WATER;
        boolean drinking = water == Water.DRINKING_WATER;
        var type = choice(input, surface, "waterType", waterType, WaterType.class, WaterType.RIVER);
        var on = input.part("day", () -> water.heldOn(day == null || day.isBlank() ? today : Input.date(day)));
        var at = choice(input, drinking, "point", point, Point.class, Point.NETWORK_END);
        var of = choice(input, drinking, "supply", supply, Supply.class, Supply.CENTRAL);
        var used = choice(input, drinking, "disinfection", disinfection, Disinfection.class, Disinfection.CHLORINE);
        String text = table;
        if (text == null || text.isBlank()) {
            input.reject("table", RuleBroken.invalid("judge.table.empty"));
        } else if (type.isRead() && on.isRead()) {
            var pasted = input.part(
                    "table", () -> Sheet.read(Sheet.lines(text), water, Items.of(water, type.get(), on.get())));
            return input.read(() -> new Asked(
                    water, on.get(), new Setting(type.get(), at.get(), of.get(), Set.of(used.get())), pasted.get()));
        }
        return input.read(() -> {
            throw new IllegalStateException("A fault was noted");
        });
    }

    private static <E extends Enum<E>> Field<E> choice(
            Input input, boolean counts, String name, @Nullable String typed, Class<E> kind, E usual) {
        return counts
                ? input.required(name, typed, text -> JudgeBody.one(kind, "judge.choice", text))
                : input.part(name, () -> usual);
    }
}
