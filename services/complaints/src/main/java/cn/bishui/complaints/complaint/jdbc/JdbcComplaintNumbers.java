package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.complaints.identity.ComplaintNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers, from the complaints' table. */
@Repository
class JdbcComplaintNumbers implements ComplaintNumbers {

    private final JdbcClient jdbc;

    JdbcComplaintNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> complaints) {
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql("select id, number from complaint where id = any (:ids)")
                .param("ids", complaints.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(uuid(row, "id"), text(row, "number"));
                });
        return numbers;
    }
}
