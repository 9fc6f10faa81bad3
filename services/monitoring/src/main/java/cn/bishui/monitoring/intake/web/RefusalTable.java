package cn.bishui.monitoring.intake.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the list of refusals shows. */
@Component
class RefusalTable {

    private static final String WHERE = """
            from refusal
            where (:state <> 'waiting' or acknowledged_at is null)
              and (:q = '' or mn ilike '%' || :q || '%' or remote = :q)
            """;

    private static final Map<String, String> COLUMNS =
            Map.of("mn", "mn", "packets", "packets", "first", "first_seen", "last", "last_seen", "reason", "reason");

    private final JdbcClient jdbc;

    RefusalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        long total = jdbc.sql("select count(*) " + WHERE)
                .param("state", state)
                .param("q", q)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql("select * " + WHERE + " order by "
                        + request.orderBy(COLUMNS, "acknowledged_at desc nulls first, last_seen desc, id")
                        + " limit :size offset :offset")
                .param("state", state)
                .param("q", q)
                .param("size", request.size())
                .param("offset", request.offset())
                .query((row, _) -> row(row))
                .list();
        return new Listing<>(rows, total, request);
    }

    void each(String state, String q, Consumer<Row> sink) {
        jdbc.sql("select * " + WHERE + " order by last_seen desc, id")
                .param("state", state)
                .param("q", q)
                .query(row -> {
                    sink.accept(row(row));
                });
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
