package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Notice;
import cn.bishui.complaints.complaint.NoticeKind;
import cn.bishui.complaints.complaint.Notices;
import cn.bishui.complaints.hotline.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per notice; those that are done stay. */
@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Notice notice) {
        jdbc.sql("""
                        insert into notice (id, complaint, kind, means, words, due, created_at)
                        values (:id, :complaint, :kind, :means, :words, :due, :createdAt)""")
                .param("id", notice.id())
                .param("complaint", notice.complaint())
                .param("kind", notice.kind().id())
                .param("means", notice.means().id())
                .param("words", notice.words())
                .param("due", notice.due())
                .param("createdAt", Timestamp.from(notice.createdAt()))
                .update();
    }

    @Override
    public Optional<Notice> find(UUID id) {
        return jdbc.sql("select * from notice where id = :id and done_at is null")
                .param("id", id)
                .query((row, _) -> notice(row))
                .optional();
    }

    @Override
    public Optional<Notice> any(UUID id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query((row, _) -> notice(row))
                .optional();
    }

    @Override
    public List<Notice> waiting(UUID complaint) {
        return jdbc.sql("select * from notice where complaint = :complaint and done_at is null order by created_at")
                .param("complaint", complaint)
                .query((row, _) -> notice(row))
                .list();
    }

    @Override
    public void done(UUID id, boolean reached, @Nullable String note, Actor by, Instant at) {
        jdbc.sql("""
                        update notice set done_at = :at, done_by = :by, reached = :reached, note = :note
                        where id = :id and done_at is null""")
                .param("at", Timestamp.from(at))
                .param("by", by.username())
                .param("reached", reached)
                .param("note", note)
                .param("id", id)
                .update();
    }

    @Override
    public void withdraw(UUID id, Actor by, Instant at) {
        done(id, false, null, by, at);
        jdbc.sql("update notice set withdrawn = true where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public boolean undelivered(UUID id) {
        return jdbc.sql("update notice set reached = false where id = :id and reached")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                uuid(row, "id"),
                uuid(row, "complaint"),
                NoticeKind.of(text(row, "kind")),
                Reach.of(text(row, "means")),
                text(row, "words"),
                row.getObject("due", LocalDate.class),
                instant(row, "created_at"));
    }
}
