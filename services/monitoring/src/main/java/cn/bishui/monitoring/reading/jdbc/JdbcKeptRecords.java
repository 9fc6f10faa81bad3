package cn.bishui.monitoring.reading.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.hj212.Item;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.reading.Layout;
import cn.bishui.monitoring.reading.PackedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptRecords implements KeptRecords {

    private static final Duration RECENT = Duration.ofDays(3);

    private final JdbcClient jdbc;

    JdbcKeptRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptRecord> between(int device, int cn, LocalDateTime from, LocalDateTime until) {
        Map<LocalDateTime, Parts> moments = new LinkedHashMap<>();
        Map<String, Layout> layouts = new HashMap<>();
        jdbc.sql("""
                        select p.data_time, p.received_at, p.part, p.version, l.layout, p.packed
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
                .map(each -> each.getValue().record(each.getKey(), layouts))
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

        KeptRecord record(LocalDateTime at, Map<String, Layout> layouts) {
            Map<String, PollutantData> values = contents.size() == 1
                    ? JdbcKeptRecords.values(contents.values().iterator().next(), layouts)
                    : null;
            if (values != null) {
                return new KeptRecord(at, receivedAt, version, values);
            }
            List<Item> items = new ArrayList<>();
            contents.values().forEach(each -> items.addAll(each.items()));
            return JdbcKeptRecords.record(at, receivedAt, version, items);
        }
    }

    @Override
    public Map<Integer, KeptRecord> latest(Collection<Integer> devices, int cn, LocalDateTime now) {
        Map<Integer, KeptRecord> latest = new HashMap<>();
        LocalDateTime until = now.plusDays(1);
        // nearly all have sent within days: only for the others every month is looked at
        latest(devices, cn, now.minus(RECENT), until, latest);
        latest(
                devices.stream().filter(each -> !latest.containsKey(each)).toList(),
                cn,
                LocalDateTime.of(1, 1, 1, 0, 0),
                until,
                latest);
        return latest;
    }

    private void latest(
            Collection<Integer> devices,
            int cn,
            LocalDateTime from,
            LocalDateTime until,
            Map<Integer, KeptRecord> latest) {
        if (devices.isEmpty()) {
            return;
        }
        Map<Integer, LocalDateTime> times = new HashMap<>();
        Map<Integer, Parts> found = new HashMap<>();
        Map<String, Layout> layouts = new HashMap<>();
        jdbc.sql("""
                        select p.device, p.data_time, p.received_at, p.part, p.version, l.layout, p.packed
                        from unnest(cast(:devices as int[])) as asked (device)
                        cross join lateral (
                            select data_time from packet
                            where device = asked.device and cn = :cn and data_time >= :from and data_time < :until
                            order by data_time desc limit 1) as newest
                        join packet p on p.device = asked.device and p.cn = :cn and p.data_time = newest.data_time
                        join packet_layout l on l.id = p.layout
                        order by p.device, p.part, p.version""")
                .param("devices", devices.stream().mapToInt(Integer::intValue).toArray())
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    times.put(row.getInt("device"), time(row));
                    found.computeIfAbsent(row.getInt("device"), _ -> new Parts())
                            .add(row);
                });
        found.forEach((device, parts) ->
                latest.put(device, parts.record(Objects.requireNonNull(times.get(device)), layouts)));
    }

    @Override
    public List<KeptRecord> versions(int device, int cn, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select p.data_time, p.received_at, p.version, l.layout, p.packed
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

    /** Read the short way; null if that is not possible. */
    private static @Nullable Map<String, PollutantData> values(Content content, Map<String, Layout> layouts) {
        return layouts.computeIfAbsent(content.layout(), Layout::of).values(content.numbers());
    }

    private static KeptRecord record(LocalDateTime at, Instant receivedAt, int version, List<Item> items) {
        return new KeptRecord(at, receivedAt, version, Content.values(items));
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(text(row, "layout"), PackedNumbers.unpack(row.getBytes("packed")));
    }

    private static LocalDateTime time(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("data_time", LocalDateTime.class));
    }
}
