package cn.bishui.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain in PostgreSQL. */
final class AuditTable {

    private static final String COLUMNS = "seq, at, actor, bureau, unit, action, subject, details, prev_hash, hash";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AuditTable(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.batches = template;
    }

    /** The last place and hash; held against every other writer until the transaction ends. */
    Head lockHead() {
        return jdbc.sql("select seq, hash from audit_head for update")
                .query(Head.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select seq, hash from audit_head").query(Head.class).single();
    }

    void append(List<ChainLink> links) {
        batches.batchUpdate(
                "insert into audit_log (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                links,
                links.size(),
                (insert, link) -> {
                    insert.setLong(1, link.seq());
                    insert.setTimestamp(2, Timestamp.from(link.at()));
                    insert.setString(3, link.actor());
                    insert.setString(4, link.bureau());
                    insert.setString(5, link.unit());
                    insert.setString(6, link.action());
                    insert.setString(7, link.subject());
                    insert.setString(8, link.details());
                    insert.setString(9, link.prevHash());
                    insert.setString(10, link.hash());
                });
        ChainLink last = links.getLast();
        jdbc.sql("update audit_head set seq = :seq, hash = :hash")
                .param("seq", last.seq())
                .param("hash", last.hash())
                .update();
    }

    /** Up to {@code limit} rows after a place, in the order of the chain. */
    List<ChainLink> after(long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit_log where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query((row, _) -> link(row))
                .list();
    }

    List<ChainLink> about(List<String> subjects) {
        return jdbc.sql("select " + COLUMNS + " from audit_log where subject in (:subjects) order by seq")
                .param("subjects", subjects)
                .query((row, _) -> link(row))
                .list();
    }

    void append(AuditAnchor anchor) {
        jdbc.sql("insert into audit_anchor (entries, hash, anchored_at) values (:entries, :hash, :at)")
                .param("entries", anchor.entries())
                .param("hash", anchor.hash())
                .param("at", Timestamp.from(anchor.anchoredAt()))
                .update();
    }

    Optional<AuditAnchor> lastAnchor() {
        return jdbc.sql("select entries, hash, anchored_at from audit_anchor order by entries desc limit 1")
                .query((row, _) -> anchor(row))
                .optional();
    }

    List<AuditAnchor> anchors() {
        return jdbc.sql("select entries, hash, anchored_at from audit_anchor order by entries")
                .query((row, _) -> anchor(row))
                .list();
    }

    private static AuditAnchor anchor(ResultSet row) throws SQLException {
        return new AuditAnchor(
                row.getLong("entries"),
                row.getString("hash"),
                row.getTimestamp("anchored_at").toInstant());
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("bureau"),
                row.getString("unit"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    /** Where the chain ends: 0 and {@link ChainLink#GENESIS} while it is empty. */
    record Head(long seq, String hash) {}
}
