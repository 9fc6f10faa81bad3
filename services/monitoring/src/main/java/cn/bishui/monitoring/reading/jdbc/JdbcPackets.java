package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Kept;
import cn.bishui.monitoring.reading.Packets;
import cn.bishui.monitoring.reading.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a batch with one statement; only what was there before is looked at one by one. */
@Repository
class JdbcPackets implements Packets {

    private final JdbcClient jdbc;
    private final Layouts layouts;

    JdbcPackets(JdbcClient jdbc, Layouts layouts) {
        this.jdbc = jdbc;
        this.layouts = layouts;
    }

    @Override
    public List<Kept> keep(List<Reading> readings) {
        if (readings.isEmpty()) {
            return List.of();
        }
        Map<Reading.Key, Reading> firsts = new LinkedHashMap<>();
        readings.forEach(reading -> firsts.putIfAbsent(reading.key(), reading));
        Set<Reading.Key> inserted = insert(List.copyOf(firsts.values()));
        List<Kept> kept = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            // the first of a key is the one that was inserted
            kept.add(inserted.remove(reading.key()) ? Kept.NEW : compare(reading));
        }
        return kept;
    }

    private Set<Reading.Key> insert(List<Reading> readings) {
        return new HashSet<>(jdbc.sql("""
                        insert into packet (data_time, received_at, device, part, layout, cn, version, numbers)
                        select data_time, received_at, device, part, layout, cn, 1, numbers
                        from unnest(cast(:times as timestamp[]), cast(:received as timestamptz[]),
                            cast(:devices as int[]), cast(:parts as int[]), cast(:layouts as int[]),
                            cast(:cns as smallint[]), cast(:numbers as text[]))
                            as new (data_time, received_at, device, part, layout, cn, numbers)
                        on conflict do nothing
                        returning device, cn, data_time, part""")
                .param("times", texts(readings, reading -> reading.dataTime().toString()))
                .param(
                        "received",
                        texts(readings, reading -> reading.receivedAt().toString()))
                .param("devices", numbers(readings, Reading::device))
                .param("parts", numbers(readings, Reading::part))
                .param("layouts", numbers(readings, layouts::of))
                .param("cns", numbers(readings, Reading::cn))
                .param("numbers", texts(readings, reading -> reading.content().numbers()))
                .query((row, _) -> new Reading.Key(
                        row.getInt("device"),
                        row.getInt("cn"),
                        row.getObject("data_time", LocalDateTime.class),
                        row.getInt("part")))
                .list());
    }

    private Kept compare(Reading reading) {
        Latest latest = latest(reading.key()).orElseThrow();
        int layout = layouts.of(reading);
        if (latest.layout() == layout
                && latest.numbers().equals(reading.content().numbers())) {
            return Kept.REPEATED;
        }
        jdbc.sql("""
                        insert into packet (data_time, received_at, device, part, layout, cn, version, numbers)
                        values (:time, cast(:received as timestamptz), :device, :part, :layout, :cn, :version,
                            :numbers)""")
                .param("time", reading.dataTime())
                .param("received", reading.receivedAt().toString())
                .param("device", reading.device())
                .param("part", reading.part())
                .param("layout", layout)
                .param("cn", reading.cn())
                .param("version", latest.version() + 1)
                .param("numbers", reading.content().numbers())
                .update();
        return Kept.CHANGED;
    }

    private Optional<Latest> latest(Reading.Key key) {
        return jdbc.sql("""
                        select version, layout, numbers from packet
                        where device = :device and cn = :cn and data_time = :time and part = :part
                        order by version desc limit 1""")
                .param("device", key.device())
                .param("part", key.part())
                .param("time", key.dataTime())
                .param("cn", key.cn())
                .query((row, _) -> new Latest(row.getInt("version"), row.getInt("layout"), row.getString("numbers")))
                .optional();
    }

    @Override
    public boolean prepareMonth(LocalDate firstDay) {
        return jdbc.sql("select make_packet_month(:day)")
                .param("day", firstDay)
                .query(Boolean.class)
                .single();
    }

    private static String[] texts(List<Reading> readings, Function<Reading, String> of) {
        return readings.stream().map(of).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Reading> readings, Function<Reading, Integer> of) {
        return readings.stream().map(of).toArray(Integer[]::new);
    }

    private record Latest(int version, int layout, String numbers) {}
}
