package cn.bishui.monitoring.device.web;

import static cn.bishui.web.rows.Columns.day;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much came from a device on each of the last 31 days, by the days that the data are about. */
@Component
class DeviceDays {

    private static final int DAYS = 31;
    private static final int HOURS_OF_A_DAY = 24;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceDays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A day.
     *
     * @param hours hour records that came
     * @param expectedHours that should have come; null while it was not in service, as far as is known
     * @param dayRecord whether the day record came
     * @param dayExpected whether it should have come by now
     * @param realtime packets of real-time data
     * @param expectedRealtime that should have come; null as above
     */
    record DeviceDay(
            LocalDate day,
            long hours,
            @Nullable Long expectedHours,
            boolean dayRecord,
            boolean dayExpected,
            long realtime,
            @Nullable Long expectedRealtime) {

        /** Whether less came than should have. */
        public boolean isShort() {
            return (expectedHours != null && hours < expectedHours) || (dayExpected && !dayRecord);
        }
    }

    /** The days, the latest first. */
    List<DeviceDay> of(Device device) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select days.day,
                               (select count(distinct data_time) from packet where device = :device and cn = 2061
                                and data_time >= days.day and data_time < days.day + interval '1 day') as hours,
                               exists (select from packet where device = :device and cn = 2031
                                and data_time >= days.day and data_time < days.day + interval '1 day') as day_record,
                               (select count(distinct data_time) from packet where device = :device and cn = 2011
                                and data_time >= days.day and data_time < days.day + interval '1 day') as realtime
                        from (select cast(at as date) as day
                              from generate_series(cast(:from as timestamp), cast(:today as timestamp), interval '1 day') as at) as days
                        order by days.day desc""")
                .param("device", device.id())
                .param("from", today.minusDays(DAYS - 1L))
                .param("today", today)
                .query((row, _) -> {
                    LocalDate day = day(row, "day");
                    Duration inService = inService(device, day);
                    boolean expected = device.state() == DeviceState.IN_SERVICE && !inService.isZero();
                    return new DeviceDay(
                            day,
                            row.getLong("hours"),
                            expected ? Math.min(HOURS_OF_A_DAY, inService.toHours()) : null,
                            row.getBoolean("day_record"),
                            expected && day.isBefore(today) && inService.toHours() >= HOURS_OF_A_DAY,
                            row.getLong("realtime"),
                            expected
                                    ? inService.toSeconds()
                                            / device.reportInterval().toSeconds()
                                    : null);
                })
                .list();
    }

    /** How much of a day it was in service, up to now. */
    private Duration inService(Device device, LocalDate day) {
        Instant from = day.atStartOfDay(clock.getZone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Instant begin = device.stateSince().isAfter(from) ? device.stateSince() : from;
        Instant end = clock.instant().isBefore(to) ? clock.instant() : to;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
