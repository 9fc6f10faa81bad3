package cn.bishui.complaints.identity.jdbc;

import cn.bishui.complaints.identity.Look;
import cn.bishui.complaints.identity.Looks;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
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
          and (:complaint::uuid is null or complaint = :complaint)
          and (:from::timestamptz is null or at >= :from)
          and (:before::timestamptz is null or at < :before)
        """;

    private static final Map<String, String> COLUMNS =
            Map.of("at", "at", "by", "reader", "bureau", "bureau", "reason", "reason");

    private static final String ORDER = "at desc, id";

    private final JdbcClient jdbc;

    JdbcLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        List<Look> rows = of(
                        filter, ROWS + "order by " + request.orderBy(COLUMNS, ORDER) + " limit :size offset :offset")
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcLooks::look)
                .list();
        long total = of(filter, "select count(*) as total from (" + ROWS + ")")
                .query((row, _) -> row.getLong("total"))
                .single();
        return new Listing<>(rows, total, request);
    }

    @Override
    public void each(Filter filter, Consumer<Look> consumer) {
        of(filter, ROWS + "order by " + ORDER).query(row -> {
            consumer.accept(look(row, 0));
        });
    }

    private JdbcClient.StatementSpec of(Filter filter, String sql) {
        return jdbc.sql(sql)
                .param("text", filter.text())
                .param("complaint", filter.complaint(), Types.OTHER)
                .param("from", timestamp(filter.from()), Types.TIMESTAMP)
                .param("before", timestamp(filter.before()), Types.TIMESTAMP);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getString("reader"),
                row.getString("bureau"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
