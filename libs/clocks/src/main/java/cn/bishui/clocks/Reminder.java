package cn.bishui.clocks;

import cn.bishui.clocks.Moment.Kind;
import cn.bishui.clocks.Moment.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan that says who is told of a clock when.
 *
 * @param plan such as {@code short}
 * @param step such as {@code escalated}
 * @param kind how it is meant
 * @param tells who is told
 * @param anchor what the amount is measured from
 * @param amount how many units, or percent of the time
 * @param unit of the amount
 * @param at the time of day; null where the step happens at the minute
 */
record Reminder(
        String plan,
        String step,
        Kind kind,
        Recipient tells,
        Anchor anchor,
        int amount,
        Unit unit,
        @Nullable LocalTime at) {

    private static final int WHOLE = 100;

    enum Anchor {
        BEFORE,
        SHARE,
        DUE,
        AFTER
    }

    enum Unit {
        WORKING_DAY,
        DAY,
        MINUTE,
        PERCENT,
        NONE
    }

    /**
     * When the step happens.
     *
     * @param event where the clock was counted from; null if that lies behind its end
     * @return empty where the step makes no sense for the clock
     */
    Optional<Moment> of(@Nullable Instant event, Expiry expiry, WorkingDays days) {
        return when(event, expiry, days).map(moment -> new Moment(moment, step, kind, tells));
    }

    private Optional<Instant> when(@Nullable Instant event, Expiry expiry, WorkingDays days) {
        return switch (anchor) {
            case DUE -> Optional.of(expiry.overdueFrom());
            case BEFORE -> Optional.of(away(expiry, days, -amount));
            case AFTER -> Optional.of(away(expiry, days, amount));
            case SHARE -> event == null ? Optional.empty() : Optional.of(share(event, expiry.due(), days));
        };
    }

    private Instant away(Expiry expiry, WorkingDays days, int units) {
        LocalDate last = expiry.lastDay();
        return switch (unit) {
            case MINUTE -> expiry.due().plus(Duration.ofMinutes(units));
            case DAY -> at(last.plusDays(units));
            case WORKING_DAY -> at(workingDays(last, units, days));
            case PERCENT, NONE -> throw new IllegalStateException(plan + " " + step);
        };
    }

    private static LocalDate workingDays(LocalDate last, int units, WorkingDays days) {
        if (units > 0) {
            return days.plus(last, units);
        }
        return units == 0 ? days.onOrBefore(last) : days.minus(last, -units);
    }

    private Instant share(Instant event, Instant due, WorkingDays days) {
        Instant moment = Expiry.minute(
                event.plus(Duration.between(event, due).multipliedBy(amount).dividedBy(WHOLE)));
        return at == null ? moment : at(days.onOrBefore(LegalClocks.day(moment)));
    }

    private Instant at(LocalDate day) {
        return day.atTime(at == null ? LocalTime.MIN : at)
                .atZone(LegalClocks.ZONE)
                .toInstant();
    }

    static List<Reminder> of(List<Map<String, String>> rows) {
        return rows.stream().map(Reminder::of).toList();
    }

    private static Reminder of(Map<String, String> row) {
        String amount = Csv.text(row, "amount");
        String unit = Csv.text(row, "unit");
        String at = Csv.text(row, "at");
        return new Reminder(
                Csv.text(row, "plan"),
                Csv.text(row, "step"),
                Kind.valueOf(Csv.text(row, "kind").toUpperCase(Locale.ROOT)),
                Recipient.valueOf(Csv.text(row, "tells").toUpperCase(Locale.ROOT)),
                Anchor.valueOf(Csv.text(row, "anchor").toUpperCase(Locale.ROOT)),
                amount.isEmpty() ? 0 : Integer.parseInt(amount),
                unit.isEmpty() ? Unit.NONE : Unit.valueOf(unit.toUpperCase(Locale.ROOT)),
                at.isEmpty() ? null : LocalTime.parse(at));
    }
}
