package cn.bishui.messaging;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The outbox as the relay sees it, on a connection of its own that also holds the relay's lock. */
final class OutboxTable {

    /** One relay per database: the name of the lock, "outbox" in ASCII. */
    private static final long LOCK = 0x6f7574626f78L;

    private final JdbcClient jdbc;

    OutboxTable(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Lets the server notice within seconds that the relay's machine is gone, and free the lock. */
    void keepAlive() {
        jdbc.sql("set tcp_keepalives_idle = 5").update();
        jdbc.sql("set tcp_keepalives_interval = 5").update();
        jdbc.sql("set tcp_keepalives_count = 3").update();
    }

    /** Whether this connection is, from now until it closes, the one that relays. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Up to {@code limit} rows with an id above, in the order of their ids. */
    List<OutboxRow> after(long id, int limit) {
        return jdbc.sql("""
                        select id, ce_id, topic, key, type, occurred_at, body from outbox
                        where id > :id order by id limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> new OutboxRow(
                        row.getLong("id"),
                        row.getObject("ce_id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("body")))
                .list();
    }

    void delete(Collection<OutboxRow> told) {
        if (!told.isEmpty()) {
            jdbc.sql("delete from outbox where id = any(:ids)")
                    .param("ids", told.stream().map(OutboxRow::id).toArray(Long[]::new))
                    .update();
        }
    }
}
