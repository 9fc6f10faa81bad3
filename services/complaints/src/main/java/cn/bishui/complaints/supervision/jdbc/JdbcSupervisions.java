package cn.bishui.complaints.supervision.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.supervision.Supervision;
import cn.bishui.complaints.supervision.SupervisionReason;
import cn.bishui.complaints.supervision.Supervisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per supervision; of a complaint at most one goes on. */
@Repository
class JdbcSupervisions implements Supervisions {

    private final JdbcClient jdbc;

    JdbcSupervisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Supervision supervision) {
        return jdbc.sql("""
                        insert into supervision (id, complaint, reason, demand, due, by, at)
                        values (:id, :complaint, :reason, :demand, :due, :by, :at)
                        on conflict (complaint) where closed_at is null do nothing""")
                        .param("id", supervision.id())
                        .param("complaint", supervision.complaint())
                        .param("reason", supervision.reason().id())
                        .param("demand", supervision.demand())
                        .param("due", supervision.due())
                        .param("by", supervision.by())
                        .param("at", Timestamp.from(supervision.at()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Supervision> lock(UUID id) {
        return jdbc.sql("select * from supervision where id = :id for update")
                .param("id", id)
                .query((row, _) -> supervision(row))
                .optional();
    }

    @Override
    public void closed(UUID id, Supervision.Closing closing) {
        jdbc.sql("update supervision set outcome = :outcome, closed_by = :by, closed_at = :at where id = :id")
                .param("outcome", closing.outcome())
                .param("by", closing.by())
                .param("at", Timestamp.from(closing.at()))
                .param("id", id)
                .update();
    }

    @Override
    public List<Supervision> of(UUID complaint) {
        return jdbc.sql("select * from supervision where complaint = :complaint order by at desc, id")
                .param("complaint", complaint)
                .query((row, _) -> supervision(row))
                .list();
    }

    private static Supervision supervision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Supervision(
                uuid(row, "id"),
                uuid(row, "complaint"),
                SupervisionReason.of(text(row, "reason")),
                text(row, "demand"),
                day(row, "due"),
                text(row, "by"),
                instant(row, "at"),
                outcome == null
                        ? null
                        : new Supervision.Closing(outcome, text(row, "closed_by"), instant(row, "closed_at")));
    }
}
