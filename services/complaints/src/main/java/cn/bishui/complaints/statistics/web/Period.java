package cn.bishui.complaints.statistics.web;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The days of receipt that are counted.
 *
 * @param from first day
 * @param to last day; one before the first is refused with {@code statistics.period}
 */
record Period(LocalDate from, LocalDate to) {

    /** Nobody reported anything earlier. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    Period {
        from = within(from);
        to = within(to);
        if (to.isBefore(from)) {
            throw RuleBroken.invalid("statistics.period");
        }
    }

    private static LocalDate within(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return FIRST;
        }
        return day.isAfter(LAST) ? LAST : day;
    }

    /** What an address asks for, this year where it says nothing that can be read. */
    static Period of(@Nullable String from, @Nullable String to, LocalDate today) {
        return new Period(day(from, today.withDayOfYear(1)), day(to, today));
    }

    /** A whole year. */
    static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }
}
