package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.device.Acceptance;
import cn.bishui.monitoring.device.Acceptances;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAcceptances implements Acceptances {

    private final JdbcClient jdbc;

    JdbcAcceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(int device, Acceptance acceptance, Instant at, String by) {
        jdbc.sql("""
                        insert into device_test (device, tested_on, report, passed, note, heard_at, recorded_by, recorded_at)
                        values (:device, :on, :report, :passed, :note,
                            (select max(last_seen) from refusal r join device d on d.mn = r.mn
                             where d.id = :device and r.reason = 'not-in-service'), :by, :at)""")
                .param("device", device)
                .param("on", acceptance.testedOn())
                .param("report", acceptance.report())
                .param("passed", acceptance.passed())
                .param("note", acceptance.note())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Recorded> of(int device) {
        return jdbc.sql("select * from device_test where device = :device order by id desc limit 50")
                .param("device", device)
                .query((row, _) -> new Recorded(
                        new Acceptance(
                                day(row, "tested_on"),
                                text(row, "report"),
                                row.getBoolean("passed"),
                                text(row, "note")),
                        instantOrNull(row, "heard_at"),
                        text(row, "recorded_by"),
                        instant(row, "recorded_at")))
                .list();
    }

    @Override
    public Optional<LocalDate> passedOn(int device) {
        return jdbc.sql("select tested_on from device_test where device = :device and passed order by id desc limit 1")
                .param("device", device)
                .query((row, _) -> day(row, "tested_on"))
                .optional();
    }
}
