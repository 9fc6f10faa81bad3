package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Traffic;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTraffic implements Traffic {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTraffic(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(Map<Integer, Tally> tallies) {
        // by id, so that two replicas do not wait for each other
        new TreeMap<>(tallies)
                .forEach((device, tally) -> jdbc.sql("""
                        insert into device_traffic (device, packets, repeats, changes, last_packet_at, day,
                            day_packets, day_repeats)
                        values (:device, :packets, :repeats, :changes, :last, :day, :packets, :repeats)
                        on conflict (device) do update set packets = device_traffic.packets + excluded.packets,
                            repeats = device_traffic.repeats + excluded.repeats,
                            changes = device_traffic.changes + excluded.changes,
                            day = greatest(device_traffic.day, excluded.day),
                            day_packets = excluded.day_packets
                                + case when device_traffic.day >= excluded.day then device_traffic.day_packets else 0 end,
                            day_repeats = excluded.day_repeats
                                + case when device_traffic.day >= excluded.day then device_traffic.day_repeats else 0 end,
                            last_packet_at = greatest(device_traffic.last_packet_at, excluded.last_packet_at)""")
                        .param("device", device)
                        .param("packets", tally.packets())
                        .param("repeats", tally.repeats())
                        .param("changes", tally.changes())
                        .param("last", Timestamp.from(tally.last()))
                        .param("day", LocalDate.ofInstant(tally.last(), clock.getZone()))
                        .update());
    }
}
