package cn.bishui.monitoring.intake.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.Refusal;
import cn.bishui.monitoring.intake.Refusals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefusals implements Refusals {

    /** More than so many that wait are not listed one by one: nobody reads them, and a stranger must not fill the disk. */
    private static final int MOST_WAITING = 1000;

    private static final int LONGEST_MN = 64;

    private final JdbcClient jdbc;

    JdbcRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Refusal> find(long id) {
        return jdbc.sql("select * from refusal where id = :id")
                .param("id", id)
                .query((row, _) -> refusal(row))
                .optional();
    }

    @Override
    public void add(Map<Logbook.RefusalKey, Logbook.Seen> seen) {
        // in one order everywhere, so that two replicas do not wait for each other
        List<Map.Entry<Logbook.RefusalKey, Logbook.Seen>> sorted = seen.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
        for (Map.Entry<Logbook.RefusalKey, Logbook.Seen> each : sorted) {
            Logbook.RefusalKey key = each.getKey();
            if (!addToWaiting(key, each.getValue())) {
                boolean room = jdbc.sql("select count(*) from refusal where acknowledged_at is null")
                                .query(Long.class)
                                .single()
                        < MOST_WAITING;
                insert(
                        room ? key : new Logbook.RefusalKey(key.reason(), Logbook.OTHERS, Logbook.OTHERS),
                        each.getValue());
            }
        }
    }

    private boolean addToWaiting(Logbook.RefusalKey key, Logbook.Seen seen) {
        return jdbc.sql("""
                        update refusal set packets = packets + :packets, cn = :cn, last_seen = greatest(last_seen, :last)
                        where reason = :reason and mn = :mn and remote = :remote and acknowledged_at is null""")
                        .param("packets", seen.packets())
                        .param("cn", cut(seen.lastCn()))
                        .param("last", Timestamp.from(seen.last()))
                        .param("reason", key.reason().code())
                        .param("mn", cut(key.mn()))
                        .param("remote", key.remote())
                        .update()
                > 0;
    }

    private void insert(Logbook.RefusalKey key, Logbook.Seen seen) {
        jdbc.sql("""
                        insert into refusal (reason, mn, remote, cn, packets, first_seen, last_seen)
                        values (:reason, :mn, :remote, :cn, :packets, :first, :last)
                        on conflict (reason, mn, remote) where acknowledged_at is null do update
                            set packets = refusal.packets + excluded.packets, cn = excluded.cn,
                                last_seen = greatest(refusal.last_seen, excluded.last_seen)""")
                .param("reason", key.reason().code())
                .param("mn", cut(key.mn()))
                .param("remote", key.remote())
                .param("cn", cut(seen.lastCn()))
                .param("packets", seen.packets())
                .param("first", Timestamp.from(seen.first()))
                .param("last", Timestamp.from(seen.last()))
                .update();
    }

    @Override
    public boolean acknowledge(Refusal acknowledged) {
        return jdbc.sql("""
                        update refusal set acknowledged_at = :at, acknowledged_by = :by, note = :note, version = :version
                        where id = :id and version = :version - 1""")
                        .param("at", Timestamp.from(Objects.requireNonNull(acknowledged.acknowledgedAt())))
                        .param("by", acknowledged.acknowledgedBy())
                        .param("note", acknowledged.note())
                        .param("version", acknowledged.version())
                        .param("id", acknowledged.id())
                        .update()
                == 1;
    }

    /** A stranger's packet may name anything; PostgreSQL takes no NUL. */
    private static String cut(String text) {
        String clean = text.replace('\0', '?');
        return clean.length() <= LONGEST_MN ? clean : clean.substring(0, LONGEST_MN);
    }

    private static Refusal refusal(ResultSet row) throws SQLException {
        return new Refusal(
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
                row.getString("note"),
                row.getLong("version"));
    }
}
