package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.complaint.AddedFact;
import cn.bishui.complaints.complaint.AddedFacts;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per fact. */
@Repository
class JdbcAddedFacts implements AddedFacts {

    private final JdbcClient jdbc;

    JdbcAddedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID complaint, AddedFact fact) {
        jdbc.sql("insert into added_fact (id, complaint, at, by, words) values (:id, :complaint, :at, :by, :words)")
                .param("id", fact.id())
                .param("complaint", complaint)
                .param("at", Timestamp.from(fact.at()))
                .param("by", fact.by())
                .param("words", fact.words())
                .update();
    }

    @Override
    public List<AddedFact> of(UUID complaint) {
        return jdbc.sql("select * from added_fact where complaint = :complaint order by at, id")
                .param("complaint", complaint)
                .query((row, _) ->
                        new AddedFact(uuid(row, "id"), instant(row, "at"), text(row, "by"), text(row, "words")))
                .list();
    }
}
