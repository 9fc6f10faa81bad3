package cn.bishui.web.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A last day as seen from today.
 *
 * @param date the last day
 * @param today the reader's day
 */
public record Due(LocalDate date, LocalDate today) {

    private static final int SOON_WORKING_DAYS = 3;

    /** How pressing it is. */
    public enum State {
        /** the last day is over */
        OVERDUE,
        /** at most three working days are left */
        SOON,
        /** there is time */
        LATER
    }

    /** Under which heading of a to-do list it stands. */
    public enum Group {
        OVERDUE,
        WEEK,
        LATER
    }

    /** How pressing it is; Saturdays and Sundays do not count as working days. */
    public State state() {
        if (date.isBefore(today)) {
            return State.OVERDUE;
        }
        long workingDays = today.datesUntil(date).filter(Due::isWorkingDay).count();
        return workingDays <= SOON_WORKING_DAYS ? State.SOON : State.LATER;
    }

    /** Overdue, due until this week's Sunday, or later. */
    public Group group() {
        if (date.isBefore(today)) {
            return Group.OVERDUE;
        }
        LocalDate sunday = today.plusDays(7L - today.getDayOfWeek().getValue());
        return date.isAfter(sunday) ? Group.LATER : Group.WEEK;
    }

    /** Days left: 0 on the last day, negative once it is over. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, date);
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
