package cn.bishui.monitoring.reading.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.reading.Kept;
import cn.bishui.monitoring.reading.PackedNumbers;
import cn.bishui.monitoring.reading.Packets;
import cn.bishui.monitoring.reading.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/** Writes a batch with one statement, and looks at what was there before with another, where anything was. */
@Repository
class JdbcPackets implements Packets {

    /** 2000-01-01 in UTC. */
    private static final long RECEIVED_SINCE = 946_684_800L;

    /**
     * Each device's packets come at the end of its own part of the index, so that pages split in the middle and stay half
     * empty: some 70 bytes an entry, built anew 40.
     */
    private static final int LOOSE_BYTES = 45;

    /** Of fewer packets an index is not worth the work. */
    private static final int FEW = 10_000;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Layouts layouts;

    JdbcPackets(JdbcClient jdbc, DataSource dataSource, Layouts layouts) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.layouts = layouts;
    }

    @Override
    public List<Kept> keep(List<Reading> readings) {
        if (readings.isEmpty()) {
            return List.of();
        }
        Map<Reading.Key, Row> firsts = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            Row row = new Row(
                    reading,
                    1,
                    layouts.of(reading),
                    PackedNumbers.pack(reading.content().numbers()));
            rows.add(row);
            firsts.putIfAbsent(reading.key(), row);
        }
        List<Row> first = List.copyOf(firsts.values());
        int inserted = insert(first);
        return inserted == rows.size() ? rows.stream().map(_ -> Kept.NEW).toList() : compare(rows, first);
    }

    /** What each was, where some were there before; keeps those that say something else. */
    private List<Kept> compare(List<Row> rows, List<Row> first) {
        Map<Reading.Key, Latest> latest = latest(first);
        List<Row> changed = new ArrayList<>();
        List<Kept> kept = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Latest known = latest.get(row.key());
            if (known == null) {
                throw new IllegalStateException("a packet is neither new nor there");
            }
            if (known.fresh()) {
                // the first of a key is the one that was inserted
                kept.add(Kept.NEW);
                latest.put(row.key(), new Latest(known.version(), known.layout(), known.numbers(), false));
            } else if (known.layout() == row.layout() && Arrays.equals(known.numbers(), row.numbers())) {
                kept.add(Kept.REPEATED);
            } else {
                Row next = new Row(row.reading(), known.version() + 1, row.layout(), row.numbers());
                kept.add(Kept.CHANGED);
                changed.add(next);
                latest.put(row.key(), new Latest(next.version(), next.layout(), next.numbers(), false));
            }
        }
        if (!changed.isEmpty() && insert(changed) != changed.size()) {
            throw new IllegalStateException("another consumer keeps packets of the same devices");
        }
        return kept;
    }

    /** Inserts those whose key and version are not there; tells how many. */
    private int insert(List<Row> rows) {
        return jdbc.sql("""
                        insert into packet_kept (data_time, received, device, layout, cn, part, version, numbers)
                        select data_time, received, device, layout, cn, part, version, numbers
                        from unnest(cast(:times as timestamp[]), cast(:received as int[]), cast(:devices as int[]),
                            cast(:layouts as int[]), cast(:cns as smallint[]), cast(:parts as smallint[]),
                            cast(:versions as smallint[]), cast(:numbers as bytea[]))
                            as new (data_time, received, device, layout, cn, part, version, numbers)
                        on conflict do nothing""")
                .param("times", times(rows))
                .param("received", received(rows))
                .param(
                        "devices",
                        rows.stream().mapToInt(row -> row.reading().device()).toArray())
                .param("layouts", rows.stream().mapToInt(Row::layout).toArray())
                .param("cns", rows.stream().mapToInt(row -> row.reading().cn()).toArray())
                .param(
                        "parts",
                        rows.stream().mapToInt(row -> row.reading().part()).toArray())
                .param("versions", rows.stream().mapToInt(Row::version).toArray())
                .param("numbers", rows.stream().map(Row::numbers).toArray(byte[][]::new))
                .update();
    }

    /** The latest version of each; fresh is what this transaction has inserted. */
    private Map<Reading.Key, Latest> latest(List<Row> rows) {
        Map<Reading.Key, Latest> latest = new HashMap<>();
        jdbc.sql("""
                        select asked.place, p.version, p.layout, p.numbers, p.fresh
                        from unnest(cast(:times as timestamp[]), cast(:devices as int[]), cast(:cns as smallint[]),
                            cast(:parts as smallint[])) with ordinality as asked (data_time, device, cn, part, place)
                        cross join lateral (
                            select version, layout, numbers, xmin = pg_current_xact_id()::xid as fresh from packet_kept
                            where device = asked.device and cn = asked.cn and data_time = asked.data_time
                                and part = asked.part
                            order by version desc limit 1) as p""")
                .param("times", times(rows))
                .param(
                        "devices",
                        rows.stream().mapToInt(row -> row.reading().device()).toArray())
                .param("cns", rows.stream().mapToInt(row -> row.reading().cn()).toArray())
                .param(
                        "parts",
                        rows.stream().mapToInt(row -> row.reading().part()).toArray())
                .query(row -> {
                    latest.put(
                            rows.get(row.getInt("place") - 1).key(),
                            new Latest(
                                    row.getInt("version"),
                                    row.getInt("layout"),
                                    row.getBytes("numbers"),
                                    row.getBoolean("fresh")));
                });
        return latest;
    }

    @Override
    public boolean prepareMonth(LocalDate firstDay) {
        return jdbc.sql("select make_packet_month(:day)")
                .param("day", firstDay)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int tidy() {
        // of several replicas one, on a connection of its own, since an index is not built anew in a transaction
        try (Connection connection = dataSource.getConnection()) {
            JdbcClient alone = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (!lock(alone, "pg_try_advisory_lock")) {
                return 0;
            }
            try {
                return tidy(alone);
            } finally {
                lock(alone, "pg_advisory_unlock");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection for building indexes anew", e);
        }
    }

    private static boolean lock(JdbcClient alone, String function) {
        return alone.sql("select " + function + "(hashtextextended('packet-indexes', 0))")
                .query(Boolean.class)
                .single();
    }

    private static int tidy(JdbcClient jdbc) {
        // what another attempt left behind when it was cut short
        jdbc.sql("""
                        select i.indexrelid::regclass::text as name
                        from pg_partition_tree('packet_kept') t join pg_index i on i.indrelid = t.relid
                        where t.isleaf and not i.indisvalid""")
                .query((row, _) -> text(row, "name"))
                .list()
                .forEach(each -> jdbc.sql("drop index " + each).update());
        List<String> loose = jdbc.sql("""
                        select i.indexrelid::regclass::text as name
                        from pg_partition_tree('packet_kept') t
                        join pg_class c on c.oid = t.relid
                        join pg_index i on i.indrelid = t.relid
                        where t.isleaf and c.reltuples > :few
                            and pg_relation_size(i.indexrelid) > :bytes * c.reltuples
                        order by 1""")
                .param("few", FEW)
                .param("bytes", LOOSE_BYTES)
                .query((row, _) -> text(row, "name"))
                .list();
        loose.forEach(each -> jdbc.sql("reindex index concurrently " + each).update());
        return loose.size();
    }

    private static String[] times(List<Row> rows) {
        return rows.stream().map(row -> row.reading().dataTime().toString()).toArray(String[]::new);
    }

    private static int[] received(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> seconds(row.reading().receivedAt()))
                .toArray();
    }

    /** A moment as the table has it. */
    static int seconds(Instant receivedAt) {
        return Math.toIntExact(receivedAt.getEpochSecond() - RECEIVED_SINCE);
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    private record Row(Reading reading, int version, int layout, byte[] numbers) {

        Reading.Key key() {
            return reading.key();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    private record Latest(int version, int layout, byte[] numbers, boolean fresh) {}
}
