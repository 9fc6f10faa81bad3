package cn.bishui.permits.unit.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.Position;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the two numbers of a position, which are given together or not at all. */
final class PositionText {

    private PositionText() {}

    static Field<Optional<Position>> read(Input input, @Nullable String longitude, @Nullable String latitude) {
        Field<Optional<BigDecimal>> east = input.optional("longitude", longitude, Input::decimal);
        Field<Optional<BigDecimal>> north = input.optional("latitude", latitude, Input::decimal);
        return input.part("", () -> {
            if (!east.isRead() || !north.isRead()) {
                return Optional.empty();
            }
            if (east.get().isPresent() != north.get().isPresent()) {
                throw RuleBroken.invalid("position.half");
            }
            return east.get().map(degrees -> new Position(degrees, north.get().orElseThrow()));
        });
    }
}
