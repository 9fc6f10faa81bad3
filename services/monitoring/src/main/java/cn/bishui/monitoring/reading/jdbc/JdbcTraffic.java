package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
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
        if (tallies.isEmpty()) {
            return;
        }
        // by id, so that two replicas do not wait for each other
        Map<Integer, Tally> sorted = new TreeMap<>(tallies);
        List<Tally> all = new ArrayList<>(sorted.values());
        jdbc.sql("""
                        insert into device_traffic (device, packets, repeats, changes, last_packet_at)
                        select device, packets, repeats, changes, last
                        from unnest(cast(:devices as int[]), cast(:packets as bigint[]), cast(:repeats as bigint[]),
                            cast(:changes as bigint[]), cast(:last as timestamptz[]))
                            as new (device, packets, repeats, changes, last)
                        order by device
                        on conflict (device) do update set packets = device_traffic.packets + excluded.packets,
                            repeats = device_traffic.repeats + excluded.repeats,
                            changes = device_traffic.changes + excluded.changes,
                            last_packet_at = greatest(device_traffic.last_packet_at, excluded.last_packet_at)""")
                .param(
                        "devices",
                        sorted.keySet().stream().mapToInt(Integer::intValue).toArray())
                .param("packets", numbers(all, Tally::packets))
                .param("repeats", numbers(all, Tally::repeats))
                .param("changes", numbers(all, Tally::changes))
                .param("last", all.stream().map(each -> each.last().toString()).toArray(String[]::new))
                .update();
    }

    private static long[] numbers(List<Tally> tallies, ToLongFunction<Tally> of) {
        return tallies.stream().mapToLong(of).toArray();
    }
}
