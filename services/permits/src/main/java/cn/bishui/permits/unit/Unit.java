package cn.bishui.permits.unit;

import cn.bishui.contracts.RuleBroken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body that discharges (排污单位), with its outlets.
 *
 * @param trade in Chinese, as GB/T 4754 names it
 * @param position of the site, null where not surveyed
 */
public record Unit(
        CreditCode code,
        String name,
        String trade,
        String address,
        @Nullable Position position,
        List<Outlet> outlets) {

    public Unit {
        outlets = List.copyOf(outlets);
    }

    /** The outlet of that code, empty where the unit has none. */
    public Optional<Outlet> outlet(OutletCode outlet) {
        return outlets.stream().filter(each -> each.code().equals(outlet)).findFirst();
    }

    /** The unit with one outlet more; code {@code outlet.taken}. */
    public Unit with(Outlet outlet) {
        if (outlet(outlet.code()).isPresent()) {
            throw RuleBroken.conflict("outlet.taken", outlet.code());
        }
        return new Unit(
                code,
                name,
                trade,
                address,
                position,
                Stream.concat(outlets.stream(), Stream.of(outlet)).toList());
    }
}
