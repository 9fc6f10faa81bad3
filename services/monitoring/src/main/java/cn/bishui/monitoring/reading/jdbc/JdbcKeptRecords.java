package cn.bishui.monitoring.reading.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.hj212.Item;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptRecords implements KeptRecords {

    private final JdbcClient jdbc;

    JdbcKeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptRecord> between(int device, int cn, LocalDateTime from, LocalDateTime until) {
        Map<LocalDateTime, Parts> moments = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.data_time, p.received_at, p.part, p.version, l.layout, p.numbers
                        from packet p join packet_layout l on l.id = p.layout
                        where p.device = :device and p.cn = :cn and p.data_time >= :from and p.data_time < :until
                        order by p.data_time, p.part, p.version""")
                .param("device", device)
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    moments.computeIfAbsent(time(row), _ -> new Parts()).add(row);
                });
        return moments.entrySet().stream()
                .map(each -> each.getValue().record(each.getKey()))
                .toList();
    }

    /** The parts of one moment: of each the latest version, which comes last. */
    private static final class Parts {

        private final Map<Integer, Content> contents = new LinkedHashMap<>();
        private Instant receivedAt = Instant.MIN;
        private int version;

        void add(ResultSet row) throws SQLException {
            contents.put(row.getInt("part"), content(row));
            Instant came = instant(row, "received_at");
            receivedAt = came.isAfter(receivedAt) ? came : receivedAt;
            version = Math.max(version, row.getInt("version"));
        }

        KeptRecord record(LocalDateTime at) {
            List<Item> items = new ArrayList<>();
            contents.values().forEach(each -> items.addAll(each.items()));
            return JdbcKeptRecords.record(at, receivedAt, version, items);
        }
    }

    @Override
    public List<KeptRecord> versions(int device, int cn, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select p.data_time, p.received_at, p.version, l.layout, p.numbers
                        from packet p join packet_layout l on l.id = p.layout
                        where p.device = :device and p.cn = :cn and p.data_time >= :from and p.data_time < :until
                        order by p.data_time, p.version, p.part""")
                .param("device", device)
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> record(
                        time(row),
                        instant(row, "received_at"),
                        row.getInt("version"),
                        content(row).items()))
                .list();
    }

    private static KeptRecord record(LocalDateTime at, Instant receivedAt, int version, List<Item> items) {
        return new KeptRecord(at, receivedAt, version, Content.values(items));
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(text(row, "layout"), text(row, "numbers"));
    }

    private static LocalDateTime time(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("data_time", LocalDateTime.class));
    }
}
