package cn.bishui.complaints.supervision.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.supervision.Urging;
import cn.bishui.complaints.supervision.Urgings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per urging. */
@Repository
class JdbcUrgings implements Urgings {

    private final JdbcClient jdbc;

    JdbcUrgings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Urging urging) {
        jdbc.sql("""
                        insert into urging (id, complaint, bureau, words, by, at)
                        values (:id, :complaint, :bureau, :words, :by, :at)""")
                .param("id", urging.id())
                .param("complaint", urging.complaint())
                .param("bureau", urging.bureau())
                .param("words", urging.words())
                .param("by", urging.by())
                .param("at", Timestamp.from(urging.at()))
                .update();
    }

    @Override
    public Optional<Urging> lock(UUID id) {
        return jdbc.sql("select * from urging where id = :id for update")
                .param("id", id)
                .query((row, _) -> urging(row))
                .optional();
    }

    @Override
    public void answered(UUID id, Urging.Answer answer) {
        jdbc.sql("update urging set answer = :words, answered_by = :by, answered_at = :at where id = :id")
                .param("words", answer.words())
                .param("by", answer.by())
                .param("at", Timestamp.from(answer.at()))
                .param("id", id)
                .update();
    }

    @Override
    public List<Urging> of(UUID complaint) {
        return jdbc.sql("select * from urging where complaint = :complaint order by at desc, id")
                .param("complaint", complaint)
                .query((row, _) -> urging(row))
                .list();
    }

    private static Urging urging(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Urging(
                uuid(row, "id"),
                uuid(row, "complaint"),
                text(row, "bureau"),
                text(row, "words"),
                text(row, "by"),
                instant(row, "at"),
                answer == null
                        ? null
                        : new Urging.Answer(answer, text(row, "answered_by"), instant(row, "answered_at")));
    }
}
