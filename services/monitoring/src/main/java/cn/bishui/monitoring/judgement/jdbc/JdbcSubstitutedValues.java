package cn.bishui.monitoring.judgement.jdbc;

import cn.bishui.monitoring.judgement.SubstitutedValues;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubstitutedValues implements SubstitutedValues {

    private final JdbcClient jdbc;

    JdbcSubstitutedValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(int device, LocalDateTime hour, Substitute substitute, String by, Instant at) {
        jdbc.sql("""
                        update substituted_value set superseded_at = :at
                        where device = :device and hour = :hour and pollutant = :pollutant and superseded_at is null""")
                .param("at", Timestamp.from(at))
                .param("device", device)
                .param("hour", hour)
                .param("pollutant", substitute.pollutant())
                .update();
        jdbc.sql("""
                        insert into substituted_value (device, hour, pollutant, value, method, reason, entered_by, entered_at)
                        values (:device, :hour, :pollutant, :value, :method, :reason, :by, :at)""")
                .param("device", device)
                .param("hour", hour)
                .param("pollutant", substitute.pollutant())
                .param("value", substitute.value())
                .param("method", substitute.method().code())
                .param("reason", substitute.reason())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
