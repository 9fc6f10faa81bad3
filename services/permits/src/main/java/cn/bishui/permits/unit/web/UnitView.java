package cn.bishui.permits.unit.web;

import cn.bishui.permits.unit.Outlet;
import cn.bishui.permits.unit.Position;
import cn.bishui.permits.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit as JSON and pages show it. */
record UnitView(
        String creditCode,
        String name,
        String trade,
        String address,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        List<OutletView> outlets) {

    record OutletView(
            String code,
            String name,
            String receiving,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude) {

        static OutletView of(Outlet outlet) {
            return new OutletView(
                    outlet.code().value(),
                    outlet.name(),
                    outlet.receiving(),
                    east(outlet.position()),
                    north(outlet.position()));
        }
    }

    static UnitView of(Unit unit) {
        return new UnitView(
                unit.code().value(),
                unit.name(),
                unit.trade(),
                unit.address(),
                east(unit.position()),
                north(unit.position()),
                unit.outlets().stream().map(OutletView::of).toList());
    }

    private static @Nullable BigDecimal east(@Nullable Position position) {
        return position == null ? null : position.longitude();
    }

    private static @Nullable BigDecimal north(@Nullable Position position) {
        return position == null ? null : position.latitude();
    }
}
