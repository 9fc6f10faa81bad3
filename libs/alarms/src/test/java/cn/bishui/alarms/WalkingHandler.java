package cn.bishui.alarms;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes from minute to minute, as a clock with several moments does. */
@Component
class WalkingHandler implements AlarmHandler {

    static final String KIND = "walking";
    static final Instant FIRST = Instant.parse("2026-03-02T01:00:00Z");
    static final int MOMENTS = 3;

    private final JdbcClient jdbc;
    private final Alarms alarms;

    WalkingHandler(JdbcClient jdbc, Alarms alarms) {
        this.jdbc = jdbc;
        this.alarms = alarms;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void on(Alarm alarm) {
        jdbc.sql("insert into rung (subject, moment) values (:subject, :moment)")
                .param("subject", alarm.subject())
                .param("moment", Timestamp.from(alarm.moment()))
                .update();
        Instant next = alarm.moment().plus(Duration.ofMinutes(1));
        if (next.isBefore(FIRST.plus(Duration.ofMinutes(MOMENTS)))) {
            alarms.set(alarm.subject(), next, KIND);
        }
    }
}
