package cn.bishui.monitoring.silence.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.silence.Quiet;
import cn.bishui.monitoring.silence.Silence;
import cn.bishui.monitoring.silence.Silences;
import cn.bishui.monitoring.silence.Watched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSilences implements Silences {

    private final JdbcClient jdbc;

    JdbcSilences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Quiet> hold(int device) {
        jdbc.sql("insert into device_traffic (device) select id from device where id = :device on conflict do nothing")
                .param("device", device)
                .update();
        jdbc.sql("select device from device_traffic where device = :device for update")
                .param("device", device)
                .query(Integer.class)
                .optional();
        // a statement of its own, so that it sees what others did before the lock was free
        return quiet(device);
    }

    @Override
    public Optional<Quiet> quiet(int device) {
        return jdbc.sql("""
                        select d.id, d.mn, d.unit, p.unit_name, d.outlet, p.outlet_name, d.site, p.site_name,
                               h.quiet_since, h.silent_from
                        from device d
                        join device_health h on h.device = d.id
                        join device_place p on p.device = d.id
                        where d.id = :device and h.silent_from is not null""")
                .param("device", device)
                .query((row, _) -> new Quiet(
                        row.getInt("id"),
                        text(row, "mn"),
                        watched(row),
                        instant(row, "quiet_since"),
                        instant(row, "silent_from")))
                .optional();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                row.getString("site"),
                row.getString("site_name"));
    }

    @Override
    public boolean begin(int device, Instant since, Instant foundAt) {
        return jdbc.sql("""
                        insert into device_silence (device, since, found_at) values (:device, :since, :found)
                        on conflict do nothing""")
                        .param("device", device)
                        .param("since", Timestamp.from(since))
                        .param("found", Timestamp.from(foundAt))
                        .update()
                == 1;
    }

    @Override
    public List<Silence> end(Map<Integer, Instant> at, boolean heard) {
        List<Integer> devices = List.copyOf(at.keySet());
        return jdbc.sql("""
                        update device_silence s set ended_at = greatest(s.since, ended.at), heard = :heard
                        from unnest(cast(:devices as int[]), cast(:times as timestamptz[])) as ended (device, at)
                        join device d on d.id = ended.device
                        join device_place p on p.device = d.id
                        where s.device = ended.device and s.ended_at is null
                        returning s.device, d.mn, d.unit, p.unit_name, d.outlet, p.outlet_name, d.site, p.site_name,
                            s.since, s.ended_at, d.report_interval_seconds""")
                .param("devices", devices.toArray(Integer[]::new))
                .param(
                        "times",
                        devices.stream()
                                .map(each -> String.valueOf(at.get(each)))
                                .toArray(String[]::new))
                .param("heard", heard)
                .query((row, _) -> new Silence(
                        row.getInt("device"),
                        text(row, "mn"),
                        watched(row),
                        instant(row, "since"),
                        instant(row, "ended_at"),
                        Duration.ofSeconds(row.getLong("report_interval_seconds"))))
                .list();
    }

    @Override
    public boolean isOpen(int device) {
        return jdbc.sql("select exists (select from device_silence where device = :device and ended_at is null)")
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void listening(Instant now, Instant unbroken) {
        jdbc.sql("""
                        insert into intake_listening (since, until) values (:now, :now)
                        on conflict (id) do update
                        set since = case when intake_listening.until < :unbroken then excluded.since
                                else intake_listening.since end,
                            until = greatest(intake_listening.until, excluded.until)""")
                .param("now", Timestamp.from(now))
                .param("unbroken", Timestamp.from(unbroken))
                .update();
    }
}
