package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * A calendar to tick days off on, for comparing: the holidays and make-up days of 2025 and 2026 as the State Council's notices
 * have them (国办发明电〔2024〕12号, 国办发明电〔2025〕7号), whole holidays with their weekends. It shares nothing with the calendar
 * under test. Days are counted from 1970, minutes too, both in Beijing's time, which has been UTC+8 all along.
 */
final class WallCalendar {

    private static final int MINUTES = 1440;
    private static final int BEIJING = 8 * 3600;

    /** First and last day of each holiday. */
    private static final String[][] HOLIDAYS = {
        {"2025-01-01", "2025-01-01"},
        {"2025-01-28", "2025-02-04"},
        {"2025-04-04", "2025-04-06"},
        {"2025-05-01", "2025-05-05"},
        {"2025-05-31", "2025-06-02"},
        {"2025-10-01", "2025-10-08"},
        {"2026-01-01", "2026-01-03"},
        {"2026-02-15", "2026-02-23"},
        {"2026-04-04", "2026-04-06"},
        {"2026-05-01", "2026-05-05"},
        {"2026-06-19", "2026-06-21"},
        {"2026-09-25", "2026-09-27"},
        {"2026-10-01", "2026-10-07"},
    };

    /** Saturdays and Sundays on which people work. */
    private static final String[] MADE_UP = {
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    };

    /** From here on the notice for 2027 may still move days. */
    private static final long UNSETTLED = day("2026-12-25");

    private static final Set<Long> OFF = new HashSet<>();
    private static final Set<Long> ON = new HashSet<>();

    static {
        for (String[] holiday : HOLIDAYS) {
            for (long day = day(holiday[0]); day <= day(holiday[1]); day++) {
                OFF.add(day);
            }
        }
        for (String made : MADE_UP) {
            ON.add(day(made));
        }
    }

    private WallCalendar() {}

    static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    static long minute(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond() + BEIJING, 60L);
    }

    static long day(Instant moment) {
        return Math.floorDiv(minute(moment), (long) MINUTES);
    }

    static long lastMinute(long day) {
        return day * MINUTES + MINUTES - 1;
    }

    /** A moment within a minute. */
    static Instant moment(long minute, int second) {
        return Instant.ofEpochSecond(minute * 60 - BEIJING + second);
    }

    static boolean works(long day) {
        boolean weekend = Math.floorMod(day + 3, 7L) >= 5; // 1 January 1970 was a Thursday
        return ON.contains(day) || (!weekend && !OFF.contains(day));
    }

    static boolean holiday(long day) {
        return OFF.contains(day);
    }

    static boolean settled(long day) {
        return day < UNSETTLED;
    }

    /** Ticks days off, one after the other, the first one not counted. */
    static long after(long event, int days, boolean working) {
        long day = event;
        int counted = 0;
        while (counted < days) {
            day++;
            if (!working || works(day)) {
                counted++;
            }
        }
        return day;
    }
}
