package cn.bishui.monitoring.device.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.DeviceKey;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.Factor;
import cn.bishui.monitoring.device.NewDevice;
import cn.bishui.monitoring.network.Site;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A device as a program registers it.
 *
 * @param unit with {@code outlet} and {@code permit}: at an outlet
 * @param site instead of them: at a site of the network
 * @param factors what it measures; may be told later
 * @param key 32 hexadecimal digits by which it encrypts (HJ 212-2025); empty where it does not
 */
record DeviceBody(
        @Nullable String mn,
        @Nullable String password,
        @Nullable String unit,
        @Nullable String outlet,
        @Nullable String permit,
        @Nullable String site,
        @Nullable String reportIntervalSeconds,
        @Nullable List<FactorLine> factors,
        @Nullable String key) {

    private static final int CODE = 64;

    NewDevice read() {
        var input = new Input();
        var number = input.required("mn", mn, NewDevice::mn);
        var secret = input.required("password", password, NewDevice::password);
        Supplier<DevicePlace> place = isBlank(site) ? outlet(input) : site(input);
        var interval = input.required("reportIntervalSeconds", reportIntervalSeconds, NewDevice::interval);
        List<Field<Factor>> lines = FactorLine.read(input, factors);
        var secretKey = input.optional("key", key, DeviceKey::of);
        return input.read(() -> new NewDevice(
                number.get(),
                secret.get(),
                place.get(),
                interval.get(),
                lines.stream().map(Field::get).toList(),
                secretKey.get().orElse(null)));
    }

    private Supplier<DevicePlace> outlet(Input input) {
        var unitCode = input.text("unit", unit, CODE);
        var outletCode = input.text("outlet", outlet, CODE);
        var permitNumber = input.text("permit", permit, CODE);
        return () -> new DevicePlace.AtOutlet(unitCode.get(), outletCode.get(), permitNumber.get());
    }

    private Supplier<DevicePlace> site(Input input) {
        if (!isBlank(unit) || !isBlank(outlet) || !isBlank(permit)) {
            input.reject("site", RuleBroken.invalid("device.one-place"));
        }
        var code = input.required("site", site, Site::code);
        return () -> new DevicePlace.AtSite(code.get());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Leaves password and key out. */
    @Override
    public String toString() {
        return "DeviceBody[" + mn + "]";
    }
}
