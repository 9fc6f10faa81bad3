package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.device.Outage;
import cn.bishui.monitoring.device.Outages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutages implements Outages {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOutages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Outage> open(int device) {
        return jdbc.sql("select * from device_outage where device = :device and ended_at is null for update")
                .param("device", device)
                .query((row, _) -> outage(row))
                .optional();
    }

    @Override
    public void add(Outage outage, String by) {
        jdbc.sql("""
                        insert into device_outage (device, kind, reason, began_at, reported_at, report_due, repair_due,
                            recorded_by, ended_at)
                        values (:device, :kind, :reason, :began, :reported, :reportDue, :repairDue, :by, :ended)""")
                .param("device", outage.device())
                .param("kind", outage.kind().code())
                .param("reason", outage.reason())
                .param("began", Timestamp.from(outage.beganAt()))
                .param("reported", Timestamp.from(outage.reportedAt()))
                .param("reportDue", timestamp(outage.reportDue()))
                .param("repairDue", timestamp(outage.repairDue()))
                .param("by", by)
                .param("ended", timestamp(outage.endedAt()))
                .update();
    }

    @Override
    public void end(int device, Instant at) {
        jdbc.sql("update device_outage set ended_at = :at where device = :device and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("device", device)
                .update();
    }

    @Override
    public boolean addSample(long outage, Instant takenAt, String note, Instant at, String by) {
        return jdbc.sql("""
                        insert into device_outage_sample (outage, taken_at, note, recorded_by, recorded_at)
                        values (:outage, :taken, :note, :by, :at) on conflict do nothing""")
                        .param("outage", outage)
                        .param("taken", Timestamp.from(takenAt))
                        .param("note", note)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public List<Seen> of(int device, int most) {
        Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return jdbc.sql("""
                        select o.*, s.samples, s.today, s.last_sample
                        from device_outage o
                        cross join lateral (
                            select count(*) as samples, count(*) filter (where taken_at >= :today) as today,
                                   max(taken_at) as last_sample
                            from device_outage_sample where outage = o.id) as s
                        where o.device = :device order by o.id desc limit :most""")
                .param("device", device)
                .param("today", Timestamp.from(today))
                .param("most", most)
                .query((row, _) -> new Seen(
                        outage(row), row.getLong("samples"), row.getLong("today"), instantOrNull(row, "last_sample")))
                .list();
    }

    private static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                row.getLong("id"),
                row.getInt("device"),
                Outage.Kind.of(text(row, "kind")),
                text(row, "reason"),
                instant(row, "began_at"),
                instant(row, "reported_at"),
                instantOrNull(row, "report_due"),
                instantOrNull(row, "repair_due"),
                instantOrNull(row, "ended_at"));
    }
}
