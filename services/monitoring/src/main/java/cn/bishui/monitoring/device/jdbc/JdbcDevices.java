package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.instant;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DevicePassword;
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

    static final String COLUMNS = "id, mn, password_salt, password_hash, unit, outlet, permit, report_interval_seconds,"
            + " state, state_since, version";

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
    public Optional<Device> add(NewDevice device, DevicePassword password, Instant at) {
        Optional<Device> added = jdbc.sql("""
                        insert into device (mn, password_salt, password_hash, unit, outlet, permit,
                            report_interval_seconds, state, state_since, registered_at, version)
                        values (:mn, :salt, :hash, :unit, :outlet, :permit, :interval, 'registered', :at, :at, 0)
                        on conflict (mn) do nothing
                        returning\s""" + COLUMNS)
                .param("mn", device.mn())
                .param("salt", password.salt())
                .param("hash", password.hash())
                .param("unit", device.unit())
                .param("outlet", device.outlet())
                .param("permit", device.permit())
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
                row.getString("unit"),
                row.getString("outlet"),
                row.getString("permit"),
                Duration.ofSeconds(row.getLong("report_interval_seconds")),
                DeviceState.of(row.getString("state")),
                instant(row, "state_since"),
                row.getLong("version"));
    }
}
