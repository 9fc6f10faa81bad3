package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Traffic;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    JdbcTraffic(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
                        insert into device_traffic (device, packets, repeats, changes, last_packet_at, day,
                            day_packets, day_repeats)
                        select device, packets, repeats, changes, last, day, packets, repeats
                        from unnest(cast(:devices as int[]), cast(:packets as bigint[]), cast(:repeats as bigint[]),
                            cast(:changes as bigint[]), cast(:last as timestamptz[]), cast(:days as date[]))
                            as new (device, packets, repeats, changes, last, day)
                        order by device
                        on conflict (device) do update set packets = device_traffic.packets + excluded.packets,
                            repeats = device_traffic.repeats + excluded.repeats,
                            changes = device_traffic.changes + excluded.changes,
                            day = greatest(device_traffic.day, excluded.day),
                            day_packets = excluded.day_packets
                                + case when device_traffic.day >= excluded.day then device_traffic.day_packets else 0 end,
                            day_repeats = excluded.day_repeats
                                + case when device_traffic.day >= excluded.day then device_traffic.day_repeats else 0 end,
                            last_packet_at = greatest(device_traffic.last_packet_at, excluded.last_packet_at)""")
                .param(
                        "devices",
                        sorted.keySet().stream().mapToInt(Integer::intValue).toArray())
                .param("packets", numbers(all, Tally::packets))
                .param("repeats", numbers(all, Tally::repeats))
                .param("changes", numbers(all, Tally::changes))
                .param("last", all.stream().map(each -> each.last().toString()).toArray(String[]::new))
                .param(
                        "days",
                        all.stream()
                                .map(each -> LocalDate.ofInstant(each.last(), clock.getZone())
                                        .toString())
                                .toArray(String[]::new))
                .update();
    }

    private static long[] numbers(List<Tally> tallies, ToLongFunction<Tally> of) {
        return tallies.stream().mapToLong(of).toArray();
    }
}
