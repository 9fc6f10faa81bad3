package cn.bishui.monitoring.device.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.NewDevice;
import cn.bishui.web.form.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as a person registers it.
 *
 * @param site an outlet chosen from the register, as {@code unit/permit/outlet}
 */
record DeviceForm(
        @Nullable String site,
        @Nullable String mn,
        @Nullable String password,
        @Nullable String reportIntervalSeconds) {

    private static final int SITE_PARTS = 3;

    static DeviceForm empty() {
        return new DeviceForm(null, null, null, "600");
    }

    NewDevice read() {
        var input = new Input();
        var place = input.required("site", site, DeviceForm::parts);
        var number = input.required("mn", mn, NewDevice::mn);
        var secret = input.required("password", password, NewDevice::password);
        var interval = input.required("reportIntervalSeconds", reportIntervalSeconds, NewDevice::interval);
        return input.read(() -> new NewDevice(
                number.get(),
                secret.get(),
                place.get().get(0),
                place.get().get(2),
                place.get().get(1),
                interval.get()));
    }

    private static List<String> parts(String chosen) {
        List<String> parts = List.of(chosen.split("/", -1));
        if (parts.size() != SITE_PARTS) {
            throw RuleBroken.invalid("input.missing");
        }
        return parts;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DeviceForm[" + mn + "]";
    }
}
