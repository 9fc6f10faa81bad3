package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.device.Outage;
import cn.bishui.monitoring.device.StopRequest;
import cn.bishui.monitoring.device.StopRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStopRequests implements StopRequests {

    private static final String GRANTED = "granted";

    private final JdbcClient jdbc;

    JdbcStopRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(
            int device, Outage.Kind kind, String reason, LocalDate receivedOn, LocalDate due, Instant at, String by) {
        jdbc.sql("""
                        insert into device_stop_request (device, kind, reason, received_on, due, recorded_by, recorded_at)
                        values (:device, :kind, :reason, :received, :due, :by, :at)""")
                .param("device", device)
                .param("kind", kind.code())
                .param("reason", reason)
                .param("received", receivedOn)
                .param("due", due)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public Optional<StopRequest> hold(long id) {
        return jdbc.sql("select * from device_stop_request where id = :id for update")
                .param("id", id)
                .query((row, _) -> request(row))
                .optional();
    }

    @Override
    public void save(StopRequest changed) {
        Boolean granted = changed.granted();
        jdbc.sql("""
                        update device_stop_request set answer = :answer, answer_note = :note, answered_by = :by,
                            answered_at = :at, used_at = :used
                        where id = :id""")
                .param("answer", granted == null ? null : granted ? GRANTED : "refused")
                .param("note", changed.note())
                .param("by", changed.answeredBy())
                .param("at", timestamp(changed.answeredAt()))
                .param("used", timestamp(changed.usedAt()))
                .param("id", changed.id())
                .update();
    }

    @Override
    public List<StopRequest> of(int device) {
        return jdbc.sql("select * from device_stop_request where device = :device order by id desc limit 50")
                .param("device", device)
                .query((row, _) -> request(row))
                .list();
    }

    private static StopRequest request(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new StopRequest(
                row.getLong("id"),
                row.getInt("device"),
                Outage.Kind.of(text(row, "kind")),
                text(row, "reason"),
                day(row, "received_on"),
                day(row, "due"),
                text(row, "recorded_by"),
                answer == null ? null : answer.equals(GRANTED),
                row.getString("answer_note"),
                row.getString("answered_by"),
                instantOrNull(row, "answered_at"),
                instantOrNull(row, "used_at"));
    }
}
