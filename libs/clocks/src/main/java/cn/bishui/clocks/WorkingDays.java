package cn.bishui.clocks;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * China's working days: Monday to Friday, but for the days that the State Council's yearly notice moves.
 *
 * <p>A notice is published in autumn for the next year. Days of a year whose notice is not loaded are taken as the weekend
 * has them and are not {@link #settled}; what is counted over them is provisional. So are the last days of December
 * before such a year, because a notice may reach back into them, as that for 2019 did.
 */
public final class WorkingDays {

    private static final int LAST_DAYS_OF_DECEMBER = 25;
    static final int MOST_DAYS = 10_000;
    private static final String OFF = "weekday_off";
    private static final String ON = "weekend_on";
    private static final String AS_USUAL = "as_usual";

    private final Set<LocalDate> weekdaysOff;
    private final Set<LocalDate> weekendDaysOn;
    private final Set<Integer> publishedYears;

    private WorkingDays(Set<LocalDate> weekdaysOff, Set<LocalDate> weekendDaysOn, Set<Integer> publishedYears) {
        this.weekdaysOff = weekdaysOff;
        this.weekendDaysOn = weekendDaysOn;
        this.publishedYears = publishedYears;
    }

    /** The calendar that travels with this library; its README says up to which year. */
    public static WorkingDays china() {
        return Shipped.CHINA;
    }

    /**
     * Reads a calendar: CSV with the columns {@code date} (ISO) and {@code kind}, {@code weekday_off} or
     * {@code weekend_on}. A year is taken as published if it has a row before the last days of December, which belong to
     * the next year's notice.
     *
     * @throws IllegalArgumentException if a row is none, comes twice, or contradicts its day of the week
     * @throws IOException if the reader throws it
     */
    public static WorkingDays read(Reader csv) throws IOException {
        return of(Csv.read(csv));
    }

    private static WorkingDays of(List<Map<String, String>> rows) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> on = new HashSet<>();
        Set<Integer> years = new TreeSet<>();
        for (Map<String, String> row : rows) {
            LocalDate date = date(row);
            String kind = row.getOrDefault("kind", "");
            boolean fits = switch (kind) {
                case OFF -> !weekend(date) && off.add(date);
                case ON -> weekend(date) && on.add(date);
                default -> false;
            };
            if (!fits) {
                throw new IllegalArgumentException("Not a moved day, or twice: " + row);
            }
            if (!isLastDaysOfDecember(date)) {
                years.add(date.getYear());
            }
        }
        return new WorkingDays(off, on, years);
    }

    /**
     * This calendar with a later notice: CSV as for {@link #read}, where {@code as_usual} besides takes a move back that
     * an earlier notice made.
     *
     * @throws IllegalArgumentException if a row is none, comes twice, contradicts its day of the week, or takes back what
     *     was not moved
     * @throws IOException if the reader throws it
     */
    public WorkingDays amendedBy(Reader csv) throws IOException {
        Map<LocalDate, String> moved = new TreeMap<>();
        weekdaysOff.forEach(day -> moved.put(day, OFF));
        weekendDaysOn.forEach(day -> moved.put(day, ON));
        Set<LocalDate> seen = new HashSet<>();
        for (Map<String, String> row : Csv.read(csv)) {
            LocalDate date = date(row);
            String kind = row.getOrDefault("kind", "");
            String before = kind.equals(AS_USUAL) ? moved.remove(date) : moved.put(date, kind);
            if (!seen.add(date) || (kind.equals(AS_USUAL) && before == null)) {
                throw new IllegalArgumentException("Twice, or takes back what was not moved: " + row);
            }
        }
        return of(moved.entrySet().stream()
                .map(day -> Map.of("date", day.getKey().toString(), "kind", day.getValue()))
                .toList());
    }

    private static LocalDate date(Map<String, String> row) {
        try {
            return LocalDate.parse(row.getOrDefault("date", ""));
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException("Not a date: " + row, notADate);
        }
    }

    /** The years whose notice is loaded. */
    public Set<Integer> publishedYears() {
        return Set.copyOf(publishedYears);
    }

    /** Whether people work on this day, as far as it is known. */
    public boolean isWorkingDay(LocalDate day) {
        return weekend(day) ? weekendDaysOn.contains(day) : !weekdaysOff.contains(day);
    }

    /** Whether the notices that are loaded say for certain if people work on this day. */
    public boolean settled(LocalDate day) {
        return publishedYears.contains(day.getYear())
                && (!isLastDaysOfDecember(day) || publishedYears.contains(day.getYear() + 1));
    }

    private static boolean isLastDaysOfDecember(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= LAST_DAYS_OF_DECEMBER;
    }

    /** Whether every day after {@code from} up to and including {@code to} is settled. */
    public boolean settled(LocalDate from, LocalDate to) {
        return from.plusDays(1).datesUntil(to.plusDays(1)).allMatch(this::settled);
    }

    /**
     * The last of a number of working days, the first day excluded: one working day from Friday is Monday.
     *
     * @param from the day of the event, itself a working day or not
     * @param days 1..10,000
     */
    public LocalDate plus(LocalDate from, int days) {
        return step(from, days, 1);
    }

    /**
     * The last of a number of working days counted back, the day of the event excluded: one working day before Monday is
     * Friday. What must be done so many working days before an event is in time on that day.
     *
     * @param event itself a working day or not
     * @param days 1..10,000
     */
    public LocalDate minus(LocalDate event, int days) {
        return step(event, days, -1);
    }

    private LocalDate step(LocalDate from, int days, int direction) {
        checkCount(days);
        LocalDate day = from;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(direction);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    static void checkCount(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("Days are 1 to " + MOST_DAYS + ", not " + days);
        }
    }

    /** How many working days come after {@code from} up to and including {@code to}; negative if {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The day itself if people work on it, else the next one on which they do. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, 1);
    }

    /** The day itself if people work on it, else the last one before on which they did. */
    public LocalDate onOrBefore(LocalDate day) {
        return isWorkingDay(day) ? day : minus(day, 1);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Read when first asked for. */
    private static final class Shipped {
        static final WorkingDays CHINA = of(Csv.resource("calendar-cn.csv"));
    }
}
