package cn.bishui.monitoring.device.web;

import cn.bishui.monitoring.device.NewDevice;
import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/** A device as a program registers it. */
record DeviceBody(
        @Nullable String mn,
        @Nullable String password,
        @Nullable String unit,
        @Nullable String outlet,
        @Nullable String permit,
        @Nullable String reportIntervalSeconds) {

    private static final int CODE = 64;

    NewDevice read() {
        var input = new Input();
        var number = input.required("mn", mn, NewDevice::mn);
        var secret = input.required("password", password, NewDevice::password);
        var unitCode = input.text("unit", unit, CODE);
        var outletCode = input.text("outlet", outlet, CODE);
        var permitNumber = input.text("permit", permit, CODE);
        var interval = input.required("reportIntervalSeconds", reportIntervalSeconds, NewDevice::interval);
        return input.read(() -> new NewDevice(
                number.get(), secret.get(), unitCode.get(), outletCode.get(), permitNumber.get(), interval.get()));
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DeviceBody[" + mn + "]";
    }
}
