package cn.bishui.monitoring.command.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.command.Order;
import cn.bishui.monitoring.command.Records;
import cn.bishui.monitoring.device.NewDevice;
import cn.bishui.web.form.Input;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is typed or sent.
 *
 * @param kind one of {@link #KINDS}
 * @param seconds of set-interval
 * @param from of records: the first, such as {@code 2026-11-24T03:00}
 * @param to of records: the last
 */
record CommandForm(
        @Nullable String kind,
        @Nullable String seconds,
        @Nullable String from,
        @Nullable String to) {

    static final CommandForm EMPTY = new CommandForm(null, null, null, null);

    /** What can be ordered, in the order in which it is offered. */
    static final List<String> KINDS = List.of(
            Order.SetTime.KIND,
            Records.HOURS.kind(),
            Records.DAYS.kind(),
            Order.KeepSample.KIND,
            Order.SetInterval.KIND);

    Order read() {
        Input input = new Input();
        var chosen = input.required("kind", kind, CommandForm::known);
        return switch (kind == null ? "" : kind.strip()) {
            case Order.SetInterval.KIND -> {
                var interval = input.required("seconds", seconds, NewDevice::interval);
                yield input.read(() -> new Order.SetInterval(interval.get()));
            }
            case "hour-records" -> records(input, Records.HOURS);
            case "day-records" -> records(input, Records.DAYS);
            case Order.KeepSample.KIND -> new Order.KeepSample();
            default ->
                input.read(() -> {
                    chosen.get();
                    return new Order.SetTime();
                });
        };
    }

    private Order records(Input input, Records records) {
        ChronoUnit unit = records == Records.HOURS ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        var first = input.required("from", from, CommandForm::moment);
        var last = input.required("to", to, CommandForm::moment);
        return input.read(() -> new Order.SendRecords(
                records, first.get().truncatedTo(unit), last.get().truncatedTo(unit)));
    }

    private static String known(String typed) {
        if (!KINDS.contains(typed)) {
            throw RuleBroken.invalid("command.kind");
        }
        return typed;
    }

    private static LocalDateTime moment(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeParseException e) {
            throw RuleBroken.invalid("command.moment", typed);
        }
    }
}
