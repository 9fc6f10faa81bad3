package cn.bishui.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param zh the same in Chinese
 * @param startsFrom what starts the clock
 * @param kind what its end means
 * @param counted how it is counted
 * @param value how many units; null where the law names a date
 * @param unit of the value
 * @param dayKind how days count
 * @param shiftsHoliday whether a last day that is no working day moves to the next one, where days are calendar days
 * @param date the day of the year that the law names; null where it counts
 * @param excludes reasons for which time does not count, such as {@code hearing}
 * @param extensions how it may be made longer
 * @param reminders the plan in {@code reminders.csv} that says who is told when; empty for what is not a clock
 * @param note in words, also why a row that is not counted is no clock
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
        String zh,
        String startsFrom,
        Kind kind,
        Counted counted,
        @Nullable Integer value,
        Unit unit,
        DayKind dayKind,
        boolean shiftsHoliday,
        @Nullable MonthDay date,
        Set<String> excludes,
        List<ExtensionRule> extensions,
        String reminders,
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
        /** Quarters of a year, to the last day of the quarter. */
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

    /** What the end of the clock means. */
    public enum Kind {
        /** Something must be done by then, or it is late. */
        LIMIT,
        /** A right that is not used by then is lost. */
        RIGHT,
        /** Something holds until then. */
        TERM,
        /** Something must last at least until then. */
        MINIMUM,
        /** An aim that no law sets; it runs where a profile sets it. */
        TARGET,
        /** Not a time limit at all; the note says why. */
        AMOUNT
    }

    /** How the clock is counted. */
    public enum Counted {
        /** On from an event. */
        AFTER,
        /** Back from an event. */
        BEFORE,
        /** To a day of the year. */
        YEARLY,
        /** Not at all: the row is no clock. */
        NONE
    }

    /** Whether this version is law on a day. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it ends with a day rather than with a minute. */
    public boolean countsDays() {
        return counted != Counted.NONE && unit != Unit.HOUR;
    }

    /** The extension of that name. */
    public Optional<ExtensionRule> extension(String step) {
        return extensions.stream().filter(each -> each.step().equals(step)).findFirst();
    }

    /**
     * Counts the clock by days; the day of the event is not counted (民法典 art 201, 行政处罚法 art 85).
     *
     * @param event the day of the event
     * @param days the calendar of working days
     * @throws IllegalStateException if it runs by the hour, or is no clock
     */
    public Deadline from(LocalDate event, WorkingDays days) {
        if (!countsDays()) {
            throw new IllegalStateException(id + " does not end with a day");
        }
        return Counting.expiry(this, LegalClocks.startOf(event), days).deadline();
    }

    /**
     * Counts the clock to the minute.
     *
     * @param event the moment of the event
     * @param days the calendar of working days
     * @throws IllegalStateException if it is no clock
     */
    public Expiry from(Instant event, WorkingDays days) {
        return Counting.expiry(this, event, days);
    }

    static LegalClock of(Map<String, String> row, List<ExtensionRule> extensions) {
        String id = Csv.text(row, "id");
        String value = Csv.text(row, "value");
        String date = Csv.text(row, "date");
        return new LegalClock(
                Csv.text(row, "clock"),
                id,
                Csv.date(row, "valid_from"),
                Csv.date(row, "valid_to"),
                Csv.text(row, "domain"),
                Csv.text(row, "event"),
                Csv.text(row, "zh"),
                Csv.text(row, "starts_from"),
                word(Kind.class, row, "kind"),
                word(Counted.class, row, "counted"),
                value.isEmpty() ? null : Integer.valueOf(value),
                word(Unit.class, row, "unit"),
                word(DayKind.class, row, "day_kind"),
                Csv.text(row, "holiday_shift").equals("yes"),
                date.isEmpty() ? null : MonthDay.parse("--" + date),
                words(Csv.text(row, "excludes")),
                extensions.stream().filter(each -> each.rule().equals(id)).toList(),
                Csv.text(row, "reminders"),
                Csv.text(row, "note"),
                Csv.text(row, "source"),
                Csv.text(row, "status"));
    }

    /** This version with what a row of a profile sets; its empty cells leave what the law says. */
    LegalClock overlaidBy(Map<String, String> row) {
        String newValue = Csv.text(row, "value");
        return new LegalClock(
                clock,
                Csv.text(row, "id"),
                Csv.date(row, "valid_from"),
                Csv.date(row, "valid_to"),
                domain,
                event,
                zh,
                startsFrom,
                kind,
                counted,
                newValue.isEmpty() ? value : Integer.valueOf(newValue),
                Csv.text(row, "unit").isEmpty() ? unit : word(Unit.class, row, "unit"),
                Csv.text(row, "day_kind").isEmpty() ? dayKind : word(DayKind.class, row, "day_kind"),
                Csv.text(row, "holiday_shift").isEmpty()
                        ? shiftsHoliday
                        : Csv.text(row, "holiday_shift").equals("yes"),
                date,
                excludes,
                extensions,
                Csv.text(row, "reminders").isEmpty() ? reminders : Csv.text(row, "reminders"),
                Csv.text(row, "note").isEmpty() ? note : Csv.text(row, "note"),
                Csv.text(row, "source").isEmpty() ? source : Csv.text(row, "source"),
                "profile");
    }

    private static <E extends Enum<E>> E word(Class<E> type, Map<String, String> row, String name) {
        return Enum.valueOf(type, Csv.text(row, name).toUpperCase(Locale.ROOT));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(new LinkedHashSet<>(List.of(text.split(" ", -1))));
    }
}
