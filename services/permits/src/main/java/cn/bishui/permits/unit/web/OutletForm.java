package cn.bishui.permits.unit.web;

import cn.bishui.permits.unit.Outlet;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.web.form.Input;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An outlet as it is typed or sent. */
record OutletForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String receiving,
        @Nullable String longitude,
        @Nullable String latitude) {

    static final OutletForm EMPTY = new OutletForm(null, null, null, null, null);

    Outlet read() {
        Input input = new Input();
        var number = input.required("code", code, text -> new OutletCode(text.toUpperCase(Locale.ROOT)));
        var called = input.text("name", name, 100);
        var water = input.text("receiving", receiving, 100);
        var position = PositionText.read(input, longitude, latitude);
        return input.read(() -> new Outlet(
                number.get(), called.get(), water.get(), position.get().orElse(null)));
    }
}
