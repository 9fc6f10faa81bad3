package cn.bishui.monitoring.intake.jdbc;

import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.RejectedBytes;
import cn.bishui.monitoring.intake.RejectedFrames;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRejectedFrames implements RejectedFrames {

    /** Of all sources together. */
    private static final int MOST_KEPT = 5000;

    private final JdbcClient jdbc;

    JdbcRejectedFrames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Map<Logbook.CountKey, Logbook.Count> counts, List<RejectedBytes> frames) {
        counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> add(entry.getKey(), entry.getValue()));
        frames.forEach(this::add);
        frames.stream().map(RejectedBytes::remote).distinct().forEach(this::forgetOldOf);
        if (!frames.isEmpty()) {
            jdbc.sql("delete from rejected_frame where id <= (select max(id) from rejected_frame) - :most")
                    .param("most", MOST_KEPT)
                    .update();
        }
    }

    private void add(Logbook.CountKey key, Logbook.Count count) {
        jdbc.sql("""
                        insert into rejected_count (remote, reason, hour, frames, bytes)
                        values (:remote, :reason, :hour, :frames, :bytes)
                        on conflict (hour, remote, reason) do update
                            set frames = rejected_count.frames + excluded.frames,
                                bytes = rejected_count.bytes + excluded.bytes""")
                .param("remote", key.remote())
                .param("reason", key.reason())
                .param("hour", Timestamp.from(key.hour()))
                .param("frames", count.frames())
                .param("bytes", count.bytes())
                .update();
    }

    private void add(RejectedBytes frame) {
        jdbc.sql("""
                        insert into rejected_frame (remote, reason, received_at, length, raw)
                        values (:remote, :reason, :at, :length, :raw)""")
                .param("remote", frame.remote())
                .param("reason", frame.reason())
                .param("at", Timestamp.from(frame.at()))
                .param("length", frame.length())
                .param("raw", frame.raw())
                .update();
    }

    private void forgetOldOf(String remote) {
        jdbc.sql("""
                        delete from rejected_frame where remote = :remote and id < (
                            select min(id) from (
                                select id from rejected_frame where remote = :remote order by id desc limit :kept))""").param("remote", remote).param("kept", Logbook.KEPT_FRAMES).update();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from rejected_frame where received_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    @Override
    public void forgetCountsBefore(Instant moment) {
        jdbc.sql("delete from rejected_count where hour < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
