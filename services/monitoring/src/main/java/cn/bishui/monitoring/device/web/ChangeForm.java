package cn.bishui.monitoring.device.web;

import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/**
 * A change of a device as it is typed or sent.
 *
 * @param version at which the caller saw the device
 * @param reason where the change needs one
 */
record ChangeForm(@Nullable String version, @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    static final ChangeForm EMPTY = new ChangeForm(null, null);

    /** The version, and why. */
    record Reasoned(long seen, String reason) {}

    long seen() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        return input.read(() -> at.get().longValue());
    }

    Reasoned reasoned() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var why = input.text("reason", reason, LONGEST_REASON);
        return input.read(() -> new Reasoned(at.get().longValue(), why.get()));
    }
}
