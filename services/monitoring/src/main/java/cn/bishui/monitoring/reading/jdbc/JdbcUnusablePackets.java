package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.intake.RawBytes;
import cn.bishui.monitoring.reading.Delivery;
import cn.bishui.monitoring.reading.UnusablePackets;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnusablePackets implements UnusablePackets {

    private final JdbcClient jdbc;

    JdbcUnusablePackets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Delivery delivery, String reason) {
        jdbc.sql("""
                        insert into unusable_packet (mn, reason, remote, received_at, raw)
                        values (:mn, :reason, :remote, :at, :raw)""")
                .param("mn", delivery.mn().replace('\0', '?'))
                .param("reason", reason)
                .param("remote", delivery.remote().replace('\0', '?'))
                .param("at", Timestamp.from(delivery.receivedAt()))
                .param("raw", RawBytes.masked(delivery.frame()))
                .update();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from unusable_packet where received_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
