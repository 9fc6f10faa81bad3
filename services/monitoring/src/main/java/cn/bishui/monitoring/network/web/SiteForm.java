package cn.bishui.monitoring.network.web;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Description;
import cn.bishui.monitoring.network.Description.Details;
import cn.bishui.monitoring.network.NetworkLevel;
import cn.bishui.monitoring.network.Position;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A site as it is typed or sent. */
record SiteForm(
        @Nullable String code,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String waterType,
        @Nullable String level,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String targetClass,
        @Nullable String sourceKind,
        @Nullable String supplyPerDay,
        @Nullable String population,
        @Nullable String wellDepth,
        @Nullable String aquifer,
        @Nullable String supplier,
        @Nullable String disinfection,
        @Nullable String note,
        @Nullable String version) {

    /** Bureaus that may look after a waterworks. */
    static final Set<String> SUPPLIERS = Set.of(Bureau.WATER.name(), Bureau.HOUSING.name());

    /** Ways of disinfecting, as forms and JSON write them. */
    static final List<String> DISINFECTIONS = Arrays.stream(Disinfection.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 500;

    static SiteForm ofKind(@Nullable String kind) {
        return new SiteForm(
                null,
                kind,
                null,
                null,
                null,
                "district",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static SiteForm of(SiteRow row) {
        return new SiteForm(
                row.code(),
                row.kind(),
                row.name(),
                row.parent(),
                row.waterType(),
                row.level(),
                plain(row.longitude()),
                plain(row.latitude()),
                row.targetClass() == null ? null : row.targetClass().toString(),
                row.sourceKind(),
                plain(row.supplyPerDay()),
                row.population() == null ? null : row.population().toString(),
                plain(row.wellDepth()),
                row.aquifer(),
                row.supplier(),
                row.disinfection(),
                row.note(),
                Long.toString(row.version()));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** A new one. */
    record Wanted(String code, Description description) {}

    /** A changed proposal. */
    record Mended(long seen, Description description) {}

    Wanted read() {
        Input input = new Input();
        var wanted = input.required("code", code, typed -> Site.code(typed.toUpperCase(Locale.ROOT)));
        var description = description(input);
        return input.read(() -> new Wanted(wanted.get(), description.get().read()));
    }

    Mended mended() {
        Input input = new Input();
        var seen = input.required("version", version, Input::decimal);
        var description = description(input);
        return input.read(
                () -> new Mended(seen.get().longValue(), description.get().read()));
    }

    /** Put together once all its fields are right. */
    private interface Later {
        Description read();
    }

    private Field<Later> description(Input input) {
        var ofKind = input.required("kind", kind, SiteKind::of);
        var named = input.text("name", name, LONGEST_NAME);
        var in = input.optional("parent", parent, typed -> typed);
        var water = input.optional("waterType", waterType, SiteForm::waterType);
        var at = input.required("level", level, NetworkLevel::of);
        var position = position(input, longitude, latitude);
        var target = input.optional("targetClass", targetClass, SiteForm::targetClass);
        var source = input.optional("sourceKind", sourceKind, typed -> oneOf(typed, Set.of("surface", "groundwater")));
        var supply = input.optional("supplyPerDay", supplyPerDay, SiteForm::notNegative);
        var people = input.optional("population", population, SiteForm::count);
        var depth = input.optional("wellDepth", wellDepth, SiteForm::notNegative);
        var layer = input.optional("aquifer", aquifer, typed -> oneOf(typed, Set.of("unconfined", "confined")));
        var of = input.optional("supplier", supplier, typed -> Bureau.valueOf(oneOf(typed, SUPPLIERS)));
        var used = input.optional("disinfection", disinfection, SiteForm::disinfection);
        var said = input.optional("note", note, typed -> typed.length() > LONGEST_NOTE ? tooLong() : typed);
        return input.part(
                "",
                () -> () -> new Description(
                        ofKind.get(),
                        named.get(),
                        in.get().orElse(null),
                        water.get().orElse(null),
                        at.get(),
                        position.get().orElse(null),
                        target.get().orElse(null),
                        new Details(
                                source.get().orElse(null),
                                supply.get().orElse(null),
                                people.get().orElse(null),
                                depth.get().orElse(null),
                                layer.get().orElse(null),
                                of.get().orElse(null),
                                used.get().orElse(null)),
                        said.get().orElse("")));
    }

    private static String tooLong() {
        throw RuleBroken.invalid("input.too-long", Integer.toString(LONGEST_NOTE));
    }

    /** Reads the two numbers of a position, which are given together or not at all. */
    static Field<Optional<Position>> position(Input input, @Nullable String longitude, @Nullable String latitude) {
        var east = input.optional("longitude", longitude, Input::decimal);
        var north = input.optional("latitude", latitude, Input::decimal);
        return input.part("longitude", () -> {
            if (!east.isRead() || !north.isRead()) {
                return Optional.empty();
            }
            if (east.get().isPresent() != north.get().isPresent()) {
                throw RuleBroken.invalid("site.half-position");
            }
            return east.get().map(degrees -> new Position(degrees, north.get().orElseThrow()));
        });
    }

    /** Reads a class, 1 to 5. */
    static Integer targetClass(String typed) {
        if (!typed.matches("[1-5]")) {
            throw RuleBroken.invalid("site.target");
        }
        return Integer.valueOf(typed);
    }

    private static Disinfection disinfection(String typed) {
        return Disinfection.valueOf(
                oneOf(typed, Set.copyOf(DISINFECTIONS)).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static WaterType waterType(String typed) {
        return WaterType.valueOf(oneOf(typed, Set.of("river", "lake")).toUpperCase(Locale.ROOT));
    }

    private static String oneOf(String typed, Set<String> known) {
        if (!known.contains(typed)) {
            throw RuleBroken.invalid("site.choice");
        }
        return typed;
    }

    private static BigDecimal notNegative(String typed) {
        BigDecimal number = Input.decimal(typed);
        if (number.signum() < 0) {
            throw RuleBroken.invalid("site.negative");
        }
        return number;
    }

    private static Integer count(String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw RuleBroken.invalid("site.count");
        }
        return Integer.valueOf(typed);
    }
}
