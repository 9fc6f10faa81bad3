package cn.bishui.monitoring.assessment;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A month, a quarter or a year of the calendar.
 *
 * @param first its first day
 */
public record Period(Span span, LocalDate first) implements Comparable<Period> {

    private static final int QUARTER_MONTHS = 3;
    private static final int YEAR_MONTHS = 12;
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** How long it is. */
    public enum Span {
        MONTH("month", 1),
        QUARTER("quarter", QUARTER_MONTHS),
        YEAR("year", YEAR_MONTHS);

        private final String code;
        private final int months;

        Span(String code, int months) {
            this.code = code;
            this.months = months;
        }

        /** As it is written in addresses and the database. */
        public String code() {
            return code;
        }

        /** All codes, the shortest first. */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Span::code).toList();
        }
    }

    /** A month. */
    public static Period of(YearMonth month) {
        return new Period(Span.MONTH, month.atDay(1));
    }

    /** The quarter that a month lies in. */
    public static Period quarterOf(YearMonth month) {
        int months = (month.getMonthValue() - 1) % QUARTER_MONTHS;
        return new Period(Span.QUARTER, month.minusMonths(months).atDay(1));
    }

    /** A calendar year. */
    public static Period of(Year year) {
        return new Period(Span.YEAR, year.atDay(1));
    }

    /** The year that a month lies in. */
    public static Period yearOf(YearMonth month) {
        return of(Year.of(month.getYear()));
    }

    /**
     * Reads {@code 2026-11}, {@code 2026-Q4} or {@code 2026}.
     *
     * @throws RuleBroken {@code assessment.period}
     */
    public static Period of(String typed) {
        try {
            Matcher quarter = QUARTER.matcher(typed);
            if (quarter.matches()) {
                int month = QUARTER_MONTHS * (Integer.parseInt(quarter.group(2)) - 1) + 1;
                return new Period(Span.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
            }
            return YEAR.matcher(typed).matches() ? of(Year.parse(typed)) : of(YearMonth.parse(typed));
        } catch (DateTimeParseException notAPeriod) {
            throw RuleBroken.missing("assessment.period");
        }
    }

    /** {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    public String text() {
        return switch (span) {
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> first.getYear() + "-Q" + quarter();
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** 1 to 4. */
    public int quarter() {
        return (first.getMonthValue() - 1) / QUARTER_MONTHS + 1;
    }

    /** Its last day. */
    public LocalDate last() {
        return first.plusMonths(span.months).minusDays(1);
    }

    /** Its months, one for a month. */
    public List<YearMonth> months() {
        YearMonth from = YearMonth.from(first);
        return IntStream.range(0, span.months).mapToObj(from::plusMonths).toList();
    }

    /** The one before. */
    public Period before() {
        return new Period(span, first.minusMonths(span.months));
    }

    /** The one after. */
    public Period after() {
        return new Period(span, first.plusMonths(span.months));
    }

    /** The same a year before. */
    public Period yearBefore() {
        return new Period(span, first.minusYears(1));
    }

    @Override
    public int compareTo(Period other) {
        return first.compareTo(other.first);
    }
}
