package cn.bishui.clocks;

import cn.bishui.clocks.LegalClock.Counted;
import cn.bishui.clocks.LegalClock.DayKind;
import cn.bishui.clocks.LegalClock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** How clocks are counted: the one place that knows. */
final class Counting {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private Counting() {}

    static Expiry expiry(LegalClock rule, Instant event, WorkingDays days) {
        return expiry(rule, Objects.requireNonNullElse(rule.value(), 0), event, List.of(), days);
    }

    /**
     * Counts a clock.
     *
     * @param term how many units, extensions in it
     * @param pauses time that does not count; one that has not ended is taken as just begun
     */
    static Expiry expiry(LegalClock rule, int term, Instant event, List<Pause> pauses, WorkingDays days) {
        if (rule.counted() == Counted.NONE) {
            throw new IllegalStateException(rule.id() + " is " + rule.note());
        }
        if (rule.unit() == Unit.HOUR) {
            return new Expiry(minutes(rule, term, event, pauses), false, rule.id(), rule.source());
        }
        LocalDate date = LegalClocks.day(event);
        LocalDate nominal = switch (rule.counted()) {
            case AFTER -> after(rule, term, date, pauses, days);
            case BEFORE -> before(rule, term, date, days);
            case YEARLY -> next(Objects.requireNonNull(rule.date()), date);
            case NONE -> throw new IllegalStateException(rule.id());
        };
        LocalDate last = rule.shiftsHoliday() ? shifted(rule, nominal, days) : nominal;
        boolean settled = rule.dayKind() != DayKind.WORKING || settledBetween(date, last, days);
        boolean shiftSettled = !rule.shiftsHoliday() || settledOver(nominal, last, days);
        return new Expiry(LegalClocks.endOf(last), !(settled && shiftSettled), rule.id(), rule.source());
    }

    /** Hours by the clock: the minute of the event is where they begin, whatever its seconds. */
    private static Instant minutes(LegalClock rule, int hours, Instant event, List<Pause> pauses) {
        Duration term = Duration.ofHours(hours);
        if (rule.counted() == Counted.BEFORE) {
            return Expiry.minute(event).minus(term);
        }
        Instant due = Expiry.minute(event).plus(term);
        for (Pause pause : pauses) {
            if (pause.to() != null && !Expiry.minute(pause.from()).isAfter(due)) {
                due = due.plus(Duration.between(Expiry.minute(pause.from()), Expiry.minute(pause.to())));
            }
        }
        return due;
    }

    private static LocalDate after(LegalClock rule, int term, LocalDate date, List<Pause> pauses, WorkingDays days) {
        if (rule.dayKind() == DayKind.WORKING) {
            return stepped(date, term, pauses, days, true);
        }
        LocalDate plain = switch (rule.unit()) {
            case DAY -> date.plusDays(term);
            case MONTH -> date.plusMonths(term);
            case QUARTER -> endOfQuarter(date, term);
            case YEAR -> date.plusYears(term);
            case HOUR, DATE -> throw new IllegalStateException(rule.id());
        };
        if (pauses.isEmpty()) {
            return plain;
        }
        return stepped(date, Math.toIntExact(ChronoUnit.DAYS.between(date, plain)), pauses, days, false);
    }

    private static LocalDate stepped(
            LocalDate date, int term, List<Pause> pauses, WorkingDays days, boolean workingOnly) {
        WorkingDays.checkCount(term);
        LocalDate day = date;
        for (int counted = 0; counted < term; ) {
            day = day.plusDays(1);
            if (!isPaused(day, pauses) && (!workingOnly || days.isWorkingDay(day))) {
                counted++;
            }
        }
        return day;
    }

    private static LocalDate before(LegalClock rule, int term, LocalDate date, WorkingDays days) {
        if (rule.dayKind() == DayKind.WORKING) {
            return days.minus(date, term);
        }
        return switch (rule.unit()) {
            case DAY -> date.minusDays(term);
            case MONTH -> date.minusMonths(term);
            case YEAR -> date.minusYears(term);
            case HOUR, QUARTER, DATE -> throw new IllegalStateException(rule.id());
        };
    }

    /** What must be done before an event moves away from it, what must be done after one moves on. */
    private static LocalDate shifted(LegalClock rule, LocalDate day, WorkingDays days) {
        return rule.counted() == Counted.BEFORE ? days.onOrBefore(day) : days.onOrAfter(day);
    }

    private static boolean settledBetween(LocalDate date, LocalDate last, WorkingDays days) {
        return last.isBefore(date) ? days.settled(last.minusDays(1), date.minusDays(1)) : days.settled(date, last);
    }

    private static boolean settledOver(LocalDate nominal, LocalDate last, WorkingDays days) {
        return last.isBefore(nominal)
                ? days.settled(last.minusDays(1), nominal)
                : days.settled(nominal.minusDays(1), last);
    }

    private static LocalDate next(MonthDay named, LocalDate date) {
        LocalDate thisYear = named.atYear(date.getYear());
        return thisYear.isBefore(date) ? named.atYear(date.getYear() + 1) : thisYear;
    }

    private static LocalDate endOfQuarter(LocalDate date, int quarters) {
        int first = (date.getMonthValue() - 1) / MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1;
        return LocalDate.of(date.getYear(), first, 1)
                .plusMonths((quarters + 1L) * MONTHS_OF_A_QUARTER)
                .minusDays(1);
    }

    /** A pause takes out the days from the one on which it begins to the last before the one on which it ends. */
    private static boolean isPaused(LocalDate day, List<Pause> pauses) {
        return pauses.stream()
                .anyMatch(pause -> pause.to() != null
                        && !day.isBefore(LegalClocks.day(pause.from()))
                        && day.isBefore(LegalClocks.day(pause.to())));
    }
}
