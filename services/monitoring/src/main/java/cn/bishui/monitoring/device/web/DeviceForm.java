package cn.bishui.monitoring.device.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.DeviceKey;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.Factor;
import cn.bishui.monitoring.device.NewDevice;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as a person registers it.
 *
 * @param site an outlet chosen from the register, as {@code unit/permit/outlet}, or the code of a site of the network
 * @param key 32 hexadecimal digits by which it encrypts (HJ 212-2025); empty where it does not
 */
record DeviceForm(
        @Nullable String site,
        @Nullable String mn,
        @Nullable String password,
        @Nullable String reportIntervalSeconds,
        @Nullable List<FactorLine> factors,
        @Nullable String key) {

    private static final int OUTLET_PARTS = 3;

    static DeviceForm empty() {
        return new DeviceForm(null, null, null, "600", FactorLine.withRoom(null), null);
    }

    DeviceForm withRoom() {
        return new DeviceForm(site, mn, password, reportIntervalSeconds, FactorLine.withRoom(factors), key);
    }

    NewDevice read() {
        var input = new Input();
        var place = input.required("site", site, DeviceForm::place);
        var number = input.required("mn", mn, NewDevice::mn);
        var secret = input.required("password", password, NewDevice::password);
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

    private static DevicePlace place(String chosen) {
        List<String> parts = List.of(chosen.split("/", -1));
        return switch (parts.size()) {
            case 1 -> new DevicePlace.AtSite(chosen);
            case OUTLET_PARTS -> new DevicePlace.AtOutlet(parts.get(0), parts.get(2), parts.get(1));
            default -> throw RuleBroken.invalid("input.missing");
        };
    }

    /** Leaves password and key out. */
    @Override
    public String toString() {
        return "DeviceForm[" + mn + "]";
    }
}
