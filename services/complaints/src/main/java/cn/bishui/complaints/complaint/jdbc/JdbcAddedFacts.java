package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.complaint.AddedFact;
import cn.bishui.complaints.complaint.AddedFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                .query((row, _) -> fact(row))
                .list();
    }

    @Override
    public Map<UUID, List<AddedFact>> ofAll(Collection<UUID> complaints) {
        Map<UUID, List<AddedFact>> all = new HashMap<>();
        if (!complaints.isEmpty()) {
            jdbc.sql("select * from added_fact where complaint = any (:complaints) order by at, id")
                    .param("complaints", complaints.toArray(UUID[]::new))
                    .query(row -> {
                        all.computeIfAbsent(uuid(row, "complaint"), _ -> new ArrayList<>())
                                .add(fact(row));
                    });
        }
        return all;
    }

    private static AddedFact fact(ResultSet row) throws SQLException {
        return new AddedFact(uuid(row, "id"), instant(row, "at"), text(row, "by"), text(row, "words"));
    }
}
