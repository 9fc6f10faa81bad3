package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.device.KeptKeys;
import cn.bishui.monitoring.device.KeySafe;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptKeys implements KeptKeys {

    private final JdbcClient jdbc;

    JdbcKeptKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(int device, KeySafe.Sealed sealed, Instant at, String by) {
        jdbc.sql("""
                        insert into device_key (device, sealed, sealed_under, set_at, set_by)
                        values (:device, :sealed, :under, :at, :by)""")
                .param("device", device)
                .param("sealed", sealed.bytes())
                .param("under", sealed.under())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    @Override
    public Optional<SetBy> of(int device) {
        return jdbc.sql("select set_at, set_by from device_key where device = :device order by id desc limit 1")
                .param("device", device)
                .query((row, _) -> new SetBy(instant(row, "set_at"), text(row, "set_by")))
                .optional();
    }
}
