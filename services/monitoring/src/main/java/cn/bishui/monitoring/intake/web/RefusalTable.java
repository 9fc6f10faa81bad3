package cn.bishui.monitoring.intake.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of refusals shows. */
@Component
class RefusalTable {

    private static final String ROWS = """
            select * from refusal
            where (:state <> 'waiting' or acknowledged_at is null)
              and (:q = '' or mn ilike '%' || :q || '%' or remote = :q)
            """;

    private static final Map<String, String> COLUMNS =
            Map.of("mn", "mn", "packets", "packets", "first", "first_seen", "last", "last_seen", "reason", "reason");

    private final Lists lists;

    RefusalTable(Lists lists) {
        this.lists = lists;
    }

    /** A refusal in the list. */
    record Row(
            long id,
            String reason,
            String mn,
            String remote,
            String cn,
            long packets,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String note) {}

    /**
     * A page of the list.
     *
     * @param state {@code waiting} for those that wait, anything else for all
     */
    Listing<Row> page(String state, String q, ListRequest request) {
        return lists.page(query(state, q), request);
    }

    void each(String state, String q, ListRequest order, Consumer<Row> reader) {
        lists.each(query(state, q), order, reader);
    }

    private static ListQuery<Row> query(String state, String q) {
        return new ListQuery<>(
                ROWS,
                Map.of("state", state, "q", q),
                COLUMNS,
                "acknowledged_at desc nulls first, last_seen desc, id",
                RefusalTable::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("reason"),
                row.getString("mn"),
                row.getString("remote"),
                row.getString("cn"),
                row.getLong("packets"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                instantOrNull(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                row.getString("note"));
    }
}
