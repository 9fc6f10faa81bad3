package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.Progress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProgress implements Progress {

    private final JdbcClient jdbc;

    JdbcProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, Long> hold(String topicId, Collection<Integer> partitions) {
        Integer[] sorted = partitions.stream().sorted().toArray(Integer[]::new);
        jdbc.sql("""
                        insert into reading_progress (topic_id, partition, next_offset)
                        select :topic, partition, 0 from unnest(cast(:partitions as int[])) as new (partition)
                        order by partition
                        on conflict do nothing""").param("topic", topicId).param("partitions", sorted).update();
        Map<Integer, Long> next = new HashMap<>();
        jdbc.sql("""
                        select partition, next_offset from reading_progress
                        where topic_id = :topic and partition = any(cast(:partitions as int[]))
                        order by partition for update""").param("topic", topicId).param("partitions", sorted).query(row -> {
            next.put(row.getInt("partition"), row.getLong("next_offset"));
        });
        return next;
    }

    @Override
    public Map<Integer, Long> read(String topicId) {
        Map<Integer, Long> next = new HashMap<>();
        jdbc.sql("select partition, next_offset from reading_progress where topic_id = :topic")
                .param("topic", topicId)
                .query(row -> {
                    next.put(row.getInt("partition"), row.getLong("next_offset"));
                });
        return next;
    }

    @Override
    public void advance(String topicId, Map<Integer, Long> nextOffsets) {
        List<Integer> partitions = List.copyOf(nextOffsets.keySet());
        jdbc.sql("""
                        update reading_progress p set next_offset = new.next_offset
                        from unnest(cast(:partitions as int[]), cast(:next as bigint[])) as new (partition, next_offset)
                        where p.topic_id = :topic and p.partition = new.partition""")
                .param("topic", topicId)
                .param(
                        "partitions",
                        partitions.stream().mapToInt(Integer::intValue).toArray())
                .param(
                        "next",
                        partitions.stream()
                                .mapToLong(each -> nextOffsets.getOrDefault(each, 0L))
                                .toArray())
                .update();
    }
}
