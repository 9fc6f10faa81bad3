package cn.bishui.complaints.identity.jdbc;

import cn.bishui.complaints.identity.Look;
import cn.bishui.complaints.identity.Looks;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLooks implements Looks {

    private static final String ROWS = """
        select * from identity_look
        where (:text = '' or strpos(lower(reader || ' ' || coalesce(bureau, '') || ' ' || reason), lower(:text)) > 0)
          and (:complaint::uuid is null or complaint = :complaint::uuid)
          and (:from::timestamptz is null or at >= :from::timestamptz)
          and (:before::timestamptz is null or at < :before::timestamptz)
        """;

    private static final Map<String, String> COLUMNS =
            Map.of("at", "at", "by", "reader", "bureau", "bureau", "reason", "reason");

    private static final String ORDER = "at desc, id";

    private final JdbcClient jdbc;
    private final Lists lists;

    JdbcLooks(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public void add(Look look) {
        jdbc.sql("""
            insert into identity_look (id, complaint, reader, bureau, reason, at)
            values (:id, :complaint, :reader, :bureau, :reason, :at)\
            """)
                .param("id", look.id())
                .param("complaint", look.complaint())
                .param("reader", look.by())
                .param("bureau", look.bureau(), Types.VARCHAR)
                .param("reason", look.reason())
                .param("at", Timestamp.from(look.at()))
                .update();
    }

    @Override
    public Listing<Look> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    @Override
    public void each(Filter filter, Consumer<Look> consumer) {
        lists.each(query(filter), ListRequest.first(), consumer);
    }

    private static ListQuery<Look> query(Filter filter) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("text", filter.text());
        values.put("complaint", filter.complaint());
        values.put("from", timestamp(filter.from()));
        values.put("before", timestamp(filter.before()));
        return new ListQuery<>(ROWS, values, COLUMNS, ORDER, JdbcLooks::look);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getString("reader"),
                row.getString("bureau"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
