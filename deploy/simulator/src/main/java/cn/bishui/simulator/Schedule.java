package cn.bishui.simulator;

import cn.bishui.hj212.Cn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a device has to send next: records of hours and days when they are over, oldest first, else the values of the
 * moment at their interval. It remembers how far it came, so whatever was not acknowledged is sent after a break.
 */
final class Schedule {

    /** How many days before the beginning have a day record; the last of them has hour records too. */
    static final int HISTORY_DAYS = 7;

    private LocalDateTime nextHour;
    private LocalDate nextDay;
    private LocalDateTime nextRealtime;
    private Duration interval;

    Schedule(LocalDateTime now, Duration interval) {
        this.nextHour = now.toLocalDate().minusDays(1).atStartOfDay();
        this.nextDay = now.toLocalDate().minusDays(HISTORY_DAYS);
        this.nextRealtime = now;
        this.interval = interval;
    }

    /** What is due; null if nothing is yet. */
    @Nullable
    Due next(LocalDateTime now) {
        LocalDateTime hourOver = nextHour.plusHours(1);
        LocalDateTime dayOver = nextDay.plusDays(1).atStartOfDay();
        if (!hourOver.isAfter(now) && !hourOver.isAfter(dayOver)) {
            return new Due(Cn.HOUR, nextHour);
        }
        if (!dayOver.isAfter(now)) {
            return new Due(Cn.DAY, nextDay.atStartOfDay());
        }
        boolean clockWentBack = nextRealtime.isAfter(now.plus(interval));
        return clockWentBack || !nextRealtime.isAfter(now)
                ? new Due(Cn.REALTIME, now.truncatedTo(ChronoUnit.SECONDS))
                : null;
    }

    /** Notes that it was acknowledged. */
    void done(Due due, LocalDateTime now) {
        switch (due.cn()) {
            case Cn.HOUR -> nextHour = due.time().plusHours(1);
            case Cn.DAY -> nextDay = due.time().toLocalDate().plusDays(1);
            default -> nextRealtime = now.plus(interval);
        }
    }

    /** Changes the interval of the values of the moment. */
    void every(Duration newInterval) {
        interval = newInterval;
        nextRealtime = LocalDateTime.MIN;
    }

    /**
     * Something to send.
     *
     * @param cn which data
     * @param time the moment, or the start of the period
     */
    record Due(String cn, LocalDateTime time) {

        /** How long the period is; zero for a moment. */
        Duration period() {
            return switch (cn) {
                case Cn.HOUR -> Duration.ofHours(1);
                case Cn.DAY -> Duration.ofDays(1);
                default -> Duration.ZERO;
            };
        }
    }
}
