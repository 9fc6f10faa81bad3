package cn.bishui.clocks;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a legal time limit.
 *
 * @param clock what is looked up, such as {@code ENF-FILE}; its versions share it
 * @param id of this version, such as {@code ENF-FILE-OLD}
 * @param validFrom first day on which the version is law; null if that day is not known, then it holds up to
 *     {@code validTo}
 * @param validTo last day; null while it is law
 * @param domain such as {@code enforcement}
 * @param event what must be done
 * @param startsFrom what starts the clock
 * @param value how many units; null where the law names a date or none
 * @param unit of the value
 * @param dayKind how days count
 * @param shiftsHoliday whether a last day that is no working day moves to the next one, where days are calendar days
 * @param note extension and the like, in words
 * @param source the law
 * @param status {@code verified} against the text, or {@code memory}: not yet
 */
public record LegalClock(
        String clock,
        String id,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String domain,
        String event,
        String startsFrom,
        @Nullable Integer value,
        Unit unit,
        DayKind dayKind,
        boolean shiftsHoliday,
        String note,
        String source,
        String status) {

    /** What the value counts. */
    public enum Unit {
        /** Hours by the clock. */
        HOUR,
        /** Days. */
        DAY,
        /** Months, to the day of the same number or the month's last. */
        MONTH,
        /** Quarters of a year. */
        QUARTER,
        /** Years. */
        YEAR,
        /** A date that the law names itself. */
        DATE
    }

    /** Which days count. */
    public enum DayKind {
        /** Working days only. */
        WORKING,
        /** Every day. */
        CALENDAR,
        /** Hours by the clock. */
        CLOCK
    }

    private static final Set<Unit> COUNTED = Set.of(Unit.DAY, Unit.MONTH, Unit.YEAR);

    /** Whether this version is law on a day. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether {@link #from} can count it: in days, months or years after an event. */
    public boolean countsFromAnEvent() {
        return value != null && COUNTED.contains(unit) && !startsFrom.startsWith("before ");
    }

    /**
     * Counts the clock; the day of the event is not counted (民法典 art 201, 行政处罚法 art 85).
     *
     * @param event the day of the event
     * @param days the calendar of working days
     * @throws IllegalStateException if it is not counted in days, months or years after an event
     */
    public Deadline from(LocalDate event, WorkingDays days) {
        if (value == null || !countsFromAnEvent()) {
            throw new IllegalStateException(id + " is not counted in days, months or years after an event");
        }
        if (dayKind == DayKind.WORKING) {
            LocalDate due = days.plus(event, value);
            return new Deadline(due, !days.settled(event, due), id, source);
        }
        LocalDate last = switch (unit) {
            case DAY -> event.plusDays(value);
            case MONTH -> event.plusMonths(value);
            case YEAR -> event.plusYears(value);
            case HOUR, QUARTER, DATE -> throw new IllegalStateException(id);
        };
        if (!shiftsHoliday) {
            return new Deadline(last, false, id, source);
        }
        LocalDate due = days.onOrAfter(last);
        return new Deadline(due, !days.settled(last.minusDays(1), due), id, source);
    }

    static LegalClock of(Map<String, String> row) {
        String value = text(row, "value");
        return new LegalClock(
                text(row, "clock"),
                text(row, "id"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                text(row, "domain"),
                text(row, "event"),
                text(row, "starts_from"),
                value.isEmpty() ? null : Integer.valueOf(value),
                Unit.valueOf(text(row, "unit").toUpperCase(Locale.ROOT)),
                DayKind.valueOf(text(row, "day_kind").toUpperCase(Locale.ROOT)),
                text(row, "holiday_shift").equals("yes"),
                text(row, "note"),
                text(row, "source"),
                text(row, "status"));
    }

    private static @Nullable LocalDate date(Map<String, String> row, String name) {
        String text = text(row, name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
