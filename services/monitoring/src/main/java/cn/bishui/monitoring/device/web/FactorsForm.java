package cn.bishui.monitoring.device.web;

import cn.bishui.monitoring.device.Factor;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device measures, as it is typed or sent.
 *
 * @param version at which the caller saw the device
 * @param reason why it changes
 */
record FactorsForm(
        @Nullable String version,
        @Nullable String reason,
        @Nullable List<FactorLine> factors) {

    private static final int LONGEST_REASON = 500;

    /** What is wanted. */
    record Wanted(long seen, String reason, List<Factor> factors) {}

    static FactorsForm of(long version, List<Factor> factors) {
        return new FactorsForm(
                Long.toString(version),
                null,
                FactorLine.withRoom(factors.stream().map(FactorLine::of).toList()));
    }

    FactorsForm withRoom() {
        return new FactorsForm(version, reason, FactorLine.withRoom(factors));
    }

    Wanted read() {
        Input input = new Input();
        var at = input.required("version", version, Input::decimal);
        var why = input.text("reason", reason, LONGEST_REASON);
        List<Field<Factor>> lines = FactorLine.read(input, factors);
        return input.read(() -> new Wanted(
                at.get().longValue(), why.get(), lines.stream().map(Field::get).toList()));
    }
}
