package cn.bishui.permits.unit.web;

import cn.bishui.permits.unit.CreditCode;
import cn.bishui.permits.unit.Unit;
import cn.bishui.web.form.Input;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A unit as it is typed or sent. */
record UnitForm(
        @Nullable String creditCode,
        @Nullable String name,
        @Nullable String trade,
        @Nullable String address,
        @Nullable String longitude,
        @Nullable String latitude) {

    static final UnitForm EMPTY = new UnitForm(null, null, null, null, null, null);

    Unit read() {
        Input input = new Input();
        var code = input.required("creditCode", creditCode, text -> new CreditCode(text.toUpperCase(Locale.ROOT)));
        var called = input.text("name", name, 100);
        var works = input.text("trade", trade, 100);
        var lies = input.text("address", address, 200);
        var position = PositionText.read(input, longitude, latitude);
        return input.read(() -> new Unit(
                code.get(),
                called.get(),
                works.get(),
                lies.get(),
                position.get().orElse(null),
                List.of()));
    }
}
