package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DevicePassword;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.NewDevice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcDevices implements Devices {

    static final String COLUMNS = "id, mn, password_salt, password_hash, unit, outlet, permit, site,"
            + " report_interval_seconds, state, state_since, registered_by, version";

    private final JdbcClient jdbc;
    private final LoadedDevices loaded;

    JdbcDevices(JdbcClient jdbc, LoadedDevices loaded) {
        this.jdbc = jdbc;
        this.loaded = loaded;
    }

    @Override
    public Optional<Device> find(String mn) {
        return jdbc.sql("select " + COLUMNS + " from device where mn = :mn")
                .param("mn", mn)
                .query((row, _) -> device(row))
                .optional();
    }

    @Override
    public Optional<Device> find(int id) {
        return jdbc.sql("select " + COLUMNS + " from device where id = :id")
                .param("id", id)
                .query((row, _) -> device(row))
                .optional();
    }

    @Override
    public Optional<Device> add(NewDevice device, DevicePassword password, Instant at, String by) {
        DevicePlace.AtOutlet outlet = device.place() instanceof DevicePlace.AtOutlet it ? it : null;
        DevicePlace.AtSite site = device.place() instanceof DevicePlace.AtSite it ? it : null;
        Optional<Device> added = jdbc.sql("""
                        insert into device (mn, password_salt, password_hash, unit, outlet, permit, site,
                            report_interval_seconds, state, state_since, registered_at, registered_by, version)
                        values (:mn, :salt, :hash, :unit, :outlet, :permit, :site, :interval, 'registered', :at, :at,
                            :by, 0)
                        on conflict (mn) do nothing
                        returning\s""" + COLUMNS)
                .param("mn", device.mn())
                .param("salt", password.salt())
                .param("hash", password.hash())
                .param("unit", outlet == null ? null : outlet.unit())
                .param("outlet", outlet == null ? null : outlet.outlet())
                .param("permit", outlet == null ? null : outlet.permit())
                .param("site", site == null ? null : site.site())
                .param("by", by)
                .param("interval", device.reportInterval().toSeconds())
                .param("at", Timestamp.from(at))
                .query((row, _) -> device(row))
                .optional();
        loadAfterCommit();
        return added;
    }

    @Override
    public boolean update(Device changed) {
        boolean updated = jdbc.sql("""
                        update device set state = :state, state_since = :since, version = :version,
                            report_interval_seconds = :interval
                        where id = :id and version = :version - 1""")
                        .param("state", changed.state().code())
                        .param("since", Timestamp.from(changed.stateSince()))
                        .param("version", changed.version())
                        .param("interval", changed.reportInterval().toSeconds())
                        .param("id", changed.id())
                        .update()
                == 1;
        loadAfterCommit();
        return updated;
    }

    @Override
    public List<Device> at(String site) {
        return jdbc.sql("select " + COLUMNS + " from device where site = :site and state <> 'removed' order by mn")
                .param("site", site)
                .query((row, _) -> device(row))
                .list();
    }

    @Override
    public void heard(Map<String, Instant> lastByMn) {
        Map<String, Instant> sorted = new TreeMap<>(lastByMn);
        jdbc.sql("""
                        insert into device_traffic (device, last_contact_at)
                        select d.id, heard.at
                        from unnest(cast(:mns as text[]), cast(:times as timestamptz[])) as heard (mn, at)
                        join device d on d.mn = heard.mn
                        order by d.id
                        on conflict (device) do update
                            set last_contact_at = greatest(device_traffic.last_contact_at, excluded.last_contact_at)""")
                .param("mns", sorted.keySet().toArray(String[]::new))
                .param("times", sorted.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    private void loadAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // not on this thread, which still holds the transaction's connection
                    Thread.startVirtualThread(loaded::refresh);
                }
            });
        }
    }

    static List<Device> all(JdbcClient jdbc) {
        return jdbc.sql("select " + COLUMNS + " from device")
                .query((row, _) -> device(row))
                .list();
    }

    static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getInt("id"),
                row.getString("mn"),
                new DevicePassword(row.getBytes("password_salt"), row.getBytes("password_hash")),
                place(row),
                Duration.ofSeconds(row.getLong("report_interval_seconds")),
                DeviceState.of(row.getString("state")),
                instant(row, "state_since"),
                row.getString("registered_by"),
                row.getLong("version"));
    }

    private static DevicePlace place(ResultSet row) throws SQLException {
        String site = row.getString("site");
        return site == null
                ? new DevicePlace.AtOutlet(text(row, "unit"), text(row, "outlet"), text(row, "permit"))
                : new DevicePlace.AtSite(site);
    }
}
