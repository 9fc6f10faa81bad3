package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Traffic;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTraffic implements Traffic {

    private final JdbcClient jdbc;

    JdbcTraffic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Map<Integer, Tally> tallies) {
        // by id, so that two replicas do not wait for each other
        new TreeMap<>(tallies)
                .forEach((device, tally) -> jdbc.sql("""
                        insert into device_traffic (device, packets, repeats, changes, last_packet_at)
                        values (:device, :packets, :repeats, :changes, :last)
                        on conflict (device) do update set packets = device_traffic.packets + excluded.packets,
                            repeats = device_traffic.repeats + excluded.repeats,
                            changes = device_traffic.changes + excluded.changes,
                            last_packet_at = greatest(device_traffic.last_packet_at, excluded.last_packet_at)""")
                        .param("device", device)
                        .param("packets", tally.packets())
                        .param("repeats", tally.repeats())
                        .param("changes", tally.changes())
                        .param("last", Timestamp.from(tally.last()))
                        .update());
    }
}
