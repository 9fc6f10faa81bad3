package cn.bishui.messaging;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /**
     * The oldest rows, save those that are held, in the order of their ids.
     *
     * <p>It begins at the beginning each time: a row may be committed after others that have higher ids and other keys, and
     * a reader that went on from where it was would see it after its successors.
     *
     * @param heldTopics topics of which no row is wanted
     * @param heldLines lines ({@link OutboxRow#line()}) of which no row is wanted
     */
    List<OutboxRow> oldest(Set<String> heldTopics, Set<String> heldLines, int limit) {
        return jdbc.sql("""
                        select id, ce_id, topic, key, type, occurred_at, body from outbox
                        where topic <> all(:topics) and topic || ' ' || key <> all(:lines)
                        order by id limit :limit""")
                .param("topics", heldTopics.toArray(String[]::new))
                .param("lines", heldLines.toArray(String[]::new))
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
