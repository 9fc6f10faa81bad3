package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.complaint.FileRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What belongs to one complaint, from the tables beside it. */
@Repository
class JdbcFileRecord implements FileRecord {

    private final JdbcClient jdbc;

    JdbcFileRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Linked> linkedTo(UUID complaint, int most) {
        return jdbc.sql("""
                        select * from (select id, number, received_at, content from complaint
                            where first = :complaint order by received_at desc, id desc limit :most) newest
                        order by received_at, id""")
                .param("complaint", complaint)
                .param("most", most)
                .query((row, _) -> new Linked(
                        uuid(row, "id"), text(row, "number"), instant(row, "received_at"), text(row, "content")))
                .list();
    }

    @Override
    public int countLinkedTo(UUID complaint) {
        return jdbc.sql("select count(*) from complaint where first = :complaint")
                .param("complaint", complaint)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public List<Told> reminders(UUID complaint) {
        return jdbc.sql("select * from reminder where complaint = :complaint order by at desc, clock, tells")
                .param("complaint", complaint)
                .query((row, _) -> new Told(
                        text(row, "clock"),
                        text(row, "kind"),
                        text(row, "tells"),
                        text(row, "holder"),
                        instant(row, "at")))
                .list();
    }

    @Override
    public List<NoticeLine> notices(UUID complaint) {
        return jdbc.sql("select * from notice where complaint = :complaint order by created_at desc, id")
                .param("complaint", complaint)
                .query((row, _) -> new NoticeLine(
                        uuid(row, "id"),
                        text(row, "kind"),
                        text(row, "means"),
                        text(row, "words"),
                        row.getObject("due", LocalDate.class),
                        instant(row, "created_at"),
                        instantOrNull(row, "done_at"),
                        row.getString("done_by"),
                        row.getObject("reached", Boolean.class),
                        row.getString("note"),
                        row.getBoolean("withdrawn")))
                .list();
    }
}
