package cn.bishui.complaints.complaint.jdbc;

import cn.bishui.complaints.complaint.Additions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per complaint, gone once it is seen. */
@Repository
class JdbcAdditions implements Additions {

    private final JdbcClient jdbc;

    JdbcAdditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void mark(UUID complaint, Instant at) {
        jdbc.sql("insert into addition (complaint, since) values (:complaint, :at) on conflict do nothing")
                .param("complaint", complaint)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public boolean waiting(UUID complaint) {
        return jdbc.sql("select exists (select from addition where complaint = :complaint)")
                .param("complaint", complaint)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public boolean seen(UUID complaint) {
        return jdbc.sql("delete from addition where complaint = :complaint")
                        .param("complaint", complaint)
                        .update()
                > 0;
    }
}
