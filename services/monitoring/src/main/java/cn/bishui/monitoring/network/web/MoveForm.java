package cn.bishui.monitoring.network.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.NetworkLevel;
import cn.bishui.monitoring.network.Position;
import cn.bishui.monitoring.network.Zone;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change of a site as it is typed or sent; each change reads what it needs.
 *
 * @param version at which the caller saw the site or zone
 * @param from day from which it holds, or on which it was
 */
record MoveForm(
        @Nullable String version,
        @Nullable String from,
        @Nullable String reason,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String name,
        @Nullable String level,
        @Nullable String targetClass,
        @Nullable String outline,
        @Nullable String area,
        @Nullable String document) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_OUTLINE = 200_000;

    static final MoveForm EMPTY = new MoveForm(null, null, null, null, null, null, null, null, null, null, null);

    /** From when. */
    record On(long seen, LocalDate day, String reason) {}

    /** To where. */
    record Moved(long seen, LocalDate day, String reason, Position to) {}

    /** To what. */
    record Amended(
            long seen,
            LocalDate day,
            String reason,
            String name,
            NetworkLevel level,
            @Nullable Integer targetClass) {}

    /** A zone as it is drawn. */
    record Drawn(
            Zone.Level level,
            @Nullable String outline,
            @Nullable BigDecimal area,
            String description,
            LocalDate day) {}

    /** A zone that is a step further. */
    record Advanced(long seen, LocalDate day, String document) {}

    long seen() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        return input.read(() -> at.get().longValue());
    }

    On started() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var day = input.required("from", from, Input::date);
        return input.read(() -> new On(at.get().longValue(), day.get(), ""));
    }

    On reasoned() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var day = input.required("from", from, Input::date);
        var why = input.text("reason", reason, LONGEST_REASON);
        return input.read(() -> new On(at.get().longValue(), day.get(), why.get()));
    }

    Moved moved() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var day = input.required("from", from, Input::date);
        var why = input.text("reason", reason, LONGEST_REASON);
        var to = SiteForm.position(input, longitude, latitude);
        if (to.isRead() && to.get().isEmpty()) {
            input.reject("longitude", RuleBroken.invalid("input.missing"));
        }
        return input.read(() ->
                new Moved(at.get().longValue(), day.get(), why.get(), to.get().orElseThrow()));
    }

    Amended amended() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var day = input.required("from", from, Input::date);
        var why = input.text("reason", reason, LONGEST_REASON);
        var called = input.text("name", name, LONGEST_NAME);
        var of = input.required("level", level, NetworkLevel::of);
        var target = input.optional("targetClass", targetClass, SiteForm::targetClass);
        return input.read(() -> new Amended(
                at.get().longValue(),
                day.get(),
                why.get(),
                called.get(),
                of.get(),
                target.get().orElse(null)));
    }

    Drawn drawn() {
        Input input = new Input();
        var of = input.required("level", level, Zone.Level::of);
        var line = input.optional("outline", outline, MoveForm::geometry);
        var size = input.optional("area", area, Input::decimal);
        var said = input.text("reason", reason, LONGEST_REASON);
        var day = input.required("from", from, Input::date);
        return input.read(
                () -> new Drawn(of.get(), line.get().orElse(null), size.get().orElse(null), said.get(), day.get()));
    }

    /** What a zone is drawn anew as; its level stays. */
    Drawn redrawn(Zone.Level of) {
        Input input = new Input();
        var line = input.optional("outline", outline, MoveForm::geometry);
        var size = input.optional("area", area, Input::decimal);
        var said = input.text("reason", reason, LONGEST_REASON);
        var day = input.required("from", from, Input::date);
        return input.read(
                () -> new Drawn(of, line.get().orElse(null), size.get().orElse(null), said.get(), day.get()));
    }

    Advanced advanced() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var day = input.required("from", from, Input::date);
        var by = input.optional("document", document, typed -> typed);
        return input.read(
                () -> new Advanced(at.get().longValue(), day.get(), by.get().orElse("")));
    }

    /** Reads a polygon or several as GeoJSON; code {@code zone.outline}. */
    private static String geometry(String typed) {
        if (typed.length() > LONGEST_OUTLINE) {
            throw RuleBroken.invalid("zone.outline");
        }
        try {
            JsonNode read = JsonMapper.shared().readTree(typed);
            String type = read.path("type").asString("");
            if ((type.equals("Polygon") || type.equals("MultiPolygon"))
                    && read.path("coordinates").isArray()) {
                return read.toString();
            }
        } catch (JacksonException notJson) {
            // said below
        }
        throw RuleBroken.invalid("zone.outline");
    }
}
