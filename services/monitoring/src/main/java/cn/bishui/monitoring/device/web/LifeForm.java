package cn.bishui.monitoring.device.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.Acceptance;
import cn.bishui.monitoring.device.DeviceKey;
import cn.bishui.monitoring.device.Outage;
import cn.bishui.web.form.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A move in a device's life as it is typed or sent; each needs some of the fields.
 *
 * @param version at which the caller saw the device
 * @param reason why; of a test, a sample and an answer: what was found
 * @param kind of an outage: {@code fault}, {@code maintenance} or {@code removed}
 * @param beganAt when a fault was there, local time; empty for now
 * @param testedOn day of a test
 * @param report number of its report
 * @param passed {@code true} or {@code false}
 * @param receivedOn day on which the bureau got a request
 * @param granted {@code true} or {@code false}
 * @param takenAt when a manual sample was taken, local time
 * @param key 32 hexadecimal digits
 */
record LifeForm(
        @Nullable String version,
        @Nullable String reason,
        @Nullable String kind,
        @Nullable String beganAt,
        @Nullable String testedOn,
        @Nullable String report,
        @Nullable String passed,
        @Nullable String receivedOn,
        @Nullable String granted,
        @Nullable String takenAt,
        @Nullable String key) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REPORT = 100;

    static final LifeForm EMPTY = new LifeForm(null, null, null, null, null, null, null, null, null, null, null);

    /** The version that was seen. */
    long seen() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        return input.read(() -> at.get().longValue());
    }

    /** A device that is stopped. */
    record Stopped(long seen, Outage.Kind kind, @Nullable Instant beganAt, String reason) {}

    Stopped stopped(ZoneId zone) {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var which = input.required("kind", kind, Outage.Kind::of);
        var began = input.optional("beganAt", beganAt, typed -> moment(typed, zone));
        var why = input.text("reason", reason, LONGEST_REASON);
        return input.read(
                () -> new Stopped(at.get().longValue(), which.get(), began.get().orElse(null), why.get()));
    }

    /** A test and its outcome. */
    record Tested(long seen, Acceptance acceptance) {}

    Tested tested() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var on = input.required("testedOn", testedOn, Input::date);
        var number = input.text("report", report, LONGEST_REPORT);
        var right = input.required("passed", passed, LifeForm::truth);
        var found = input.optional("reason", reason, LifeForm::notTooLong);
        return input.read(() -> new Tested(
                at.get().longValue(),
                new Acceptance(on.get(), number.get(), right.get(), found.get().orElse(""))));
    }

    /** The key by which it encrypts from now on. */
    record KeyGiven(long seen, DeviceKey key) {}

    KeyGiven keyGiven() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var secret = input.required("key", key, DeviceKey::of);
        return input.read(() -> new KeyGiven(at.get().longValue(), secret.get()));
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "LifeForm[version=" + version + "]";
    }

    /** A unit's request. */
    record Asked(Outage.Kind kind, String reason, LocalDate receivedOn) {}

    Asked asked() {
        Input input = new Input();
        var which = input.required("kind", kind, Outage.Kind::withConsent);
        var why = input.text("reason", reason, LONGEST_REASON);
        var on = input.required("receivedOn", receivedOn, Input::date);
        return input.read(() -> new Asked(which.get(), why.get(), on.get()));
    }

    /** The bureau's answer to it. */
    record Answered(boolean granted, String reason) {}

    Answered answered() {
        Input input = new Input();
        var yes = input.required("granted", granted, LifeForm::truth);
        var why = input.text("reason", reason, LONGEST_REASON);
        return input.read(() -> new Answered(yes.get(), why.get()));
    }

    /** A manual sample. */
    record Sampled(Instant takenAt, String note) {}

    Sampled sampled(ZoneId zone) {
        Input input = new Input();
        var at = input.required("takenAt", takenAt, typed -> moment(typed, zone));
        var found = input.text("reason", reason, LONGEST_REASON);
        return input.read(() -> new Sampled(at.get(), found.get()));
    }

    private static Instant moment(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw RuleBroken.invalid("command.moment", typed);
        }
    }

    private static boolean truth(String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> throw RuleBroken.invalid("device.yes-or-no");
        };
    }

    private static String notTooLong(String typed) {
        return Optional.of(typed)
                .filter(text -> text.length() <= LONGEST_REASON)
                .orElseThrow(() -> RuleBroken.invalid("input.too-long", Integer.toString(LONGEST_REASON)));
    }
}
