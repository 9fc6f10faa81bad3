package cn.bishui.monitoring.device.jdbc;

import cn.bishui.monitoring.device.Spans;
import cn.bishui.standards.effluent.EffectiveMean;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The factors of devices: what was registered first holds for the days before it too, since nothing else is known of them. */
@Repository
class JdbcSpans implements Spans {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSpans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public EffectiveMean.Span of(int device, String pollutant, LocalDate day) {
        return jdbc.sql("""
                        select low, high from device_factor
                        where device = :device and pollutant = :pollutant and (valid_to is null or valid_to > :end)
                        order by valid_from limit 1""")
                .param("device", device)
                .param("pollutant", pollutant)
                .param(
                        "end",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(clock.getZone()).toInstant()))
                .query((row, _) -> new EffectiveMean.Span(row.getBigDecimal("low"), row.getBigDecimal("high")))
                .optional()
                .orElse(EffectiveMean.Span.UNKNOWN);
    }
}
