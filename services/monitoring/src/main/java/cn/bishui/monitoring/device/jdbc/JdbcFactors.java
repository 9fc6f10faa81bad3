package cn.bishui.monitoring.device.jdbc;

import static cn.bishui.web.rows.Columns.decimal;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.device.Factor;
import cn.bishui.monitoring.device.Factors;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFactors implements Factors {

    private final JdbcClient jdbc;

    JdbcFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Factor> of(int device) {
        return jdbc.sql("""
                        select pollutant, low, high, resolution, analyser, serial from device_factor
                        where device = :device and valid_to is null order by pollutant""")
                .param("device", device)
                .query((row, _) -> new Factor(
                        Factor.pollutant(text(row, "pollutant")),
                        decimal(row, "low"),
                        decimal(row, "high"),
                        row.getBigDecimal("resolution"),
                        text(row, "analyser"),
                        text(row, "serial")))
                .list();
    }

    @Override
    public void end(int device, String pollutant, Instant at) {
        jdbc.sql("""
                        update device_factor set valid_to = greatest(valid_from, :at)
                        where device = :device and pollutant = :pollutant and valid_to is null""")
                .param("at", Timestamp.from(at))
                .param("device", device)
                .param("pollutant", pollutant)
                .update();
    }

    @Override
    public void add(int device, Factor factor, Instant at, String by) {
        jdbc.sql("""
                        insert into device_factor (device, pollutant, low, high, resolution, unit, analyser, serial,
                            valid_from, changed_by)
                        values (:device, :pollutant, :low, :high, :resolution, :unit, :analyser, :serial, :at, :by)""")
                .param("device", device)
                .param("pollutant", factor.pollutant().code())
                .param("low", factor.low())
                .param("high", factor.high())
                .param("resolution", factor.resolution())
                .param("unit", factor.pollutant().unit())
                .param("analyser", factor.analyser())
                .param("serial", factor.serial())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
