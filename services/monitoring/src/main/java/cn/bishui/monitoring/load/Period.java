package cn.bishui.monitoring.load;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** What loads are accounted for. */
public sealed interface Period {

    /** Its first day. */
    LocalDate first();

    /** Its last day. */
    LocalDate last();

    /** As people and facts write it: {@code 2026-11-24}, {@code 2026-11}, {@code 2026}. */
    String text();

    /** As the database has it. */
    default String kind() {
        return switch (this) {
            case Day _ -> "day";
            case Month _ -> "month";
            case WholeYear _ -> "year";
        };
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws java.time.DateTimeException if it is none of the three
     */
    static Period parse(String text) {
        return switch (text.split("-", -1).length) {
            case 1 -> new WholeYear(Year.parse(text));
            case 2 -> new Month(YearMonth.parse(text));
            default -> new Day(LocalDate.parse(text));
        };
    }

    /** A day. */
    record Day(LocalDate day) implements Period {

        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    /** A month. */
    record Month(YearMonth month) implements Period {

        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public String text() {
            return month.toString();
        }
    }

    /** A year. */
    record WholeYear(Year year) implements Period {

        @Override
        public LocalDate first() {
            return year.atDay(1);
        }

        @Override
        public LocalDate last() {
            return year.atDay(year.length());
        }

        @Override
        public String text() {
            return year.toString();
        }
    }
}
