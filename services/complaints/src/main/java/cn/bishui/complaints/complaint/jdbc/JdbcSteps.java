package cn.bishui.complaints.complaint.jdbc;

import static java.util.Objects.requireNonNull;

import cn.bishui.complaints.complaint.Step;
import cn.bishui.complaints.complaint.Steps;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per step. */
@Repository
class JdbcSteps implements Steps {

    private final JdbcClient jdbc;

    JdbcSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID complaint, Step step) {
        jdbc.sql("""
                        insert into step (complaint, at, what, bureau, due, words)
                        values (:complaint, :at, :what, :bureau, :due, :words)""")
                .param("complaint", complaint)
                .param("at", Timestamp.from(step.at()))
                .param("what", step.what())
                .param("bureau", step.bureau())
                .param("due", step.due())
                .param("words", step.words())
                .update();
    }

    @Override
    public List<Step> of(UUID complaint) {
        return jdbc.sql("select * from step where complaint = :complaint order by place")
                .param("complaint", complaint)
                .query((row, _) -> new Step(
                        requireNonNull(row.getTimestamp("at")).toInstant(),
                        requireNonNull(row.getString("what")),
                        row.getString("bureau"),
                        row.getObject("due", LocalDate.class),
                        row.getString("words")))
                .list();
    }
}
