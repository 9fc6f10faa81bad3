package cn.bishui.complaints.complaint.jdbc;

import cn.bishui.clocks.Moment;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.Reminders;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per moment that was told. */
@Repository
class JdbcReminders implements Reminders {

    private final JdbcClient jdbc;

    JdbcReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID complaint, RunningClock clock, Moment moment, Instant at) {
        jdbc.sql("""
                        insert into reminder (complaint, clock, step, kind, tells, holder, at, told_at)
                        values (:complaint, :clock, :step, :kind, :tells, :holder, :at, :toldAt)""")
                .param("complaint", complaint)
                .param("clock", clock.clock())
                .param("step", moment.step())
                .param("kind", moment.kind().name().toLowerCase(Locale.ROOT))
                .param("tells", moment.tells().name().toLowerCase(Locale.ROOT))
                .param("holder", clock.holder())
                .param("at", Timestamp.from(moment.at()))
                .param("toldAt", Timestamp.from(at))
                .update();
    }
}
