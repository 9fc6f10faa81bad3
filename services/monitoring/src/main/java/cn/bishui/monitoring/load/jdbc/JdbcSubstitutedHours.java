package cn.bishui.monitoring.load.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.load.DischargePoint;
import cn.bishui.monitoring.load.SubstitutedHours;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubstitutedHours implements SubstitutedHours {

    private final JdbcClient jdbc;

    JdbcSubstitutedHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<Integer, BigDecimal>> of(DischargePoint point, LocalDate day) {
        Map<String, Map<Integer, BigDecimal>> found = new TreeMap<>();
        jdbc.sql("""
                        select s.pollutant, extract(hour from s.hour)::int as hour_of_day, s.value
                        from substituted_value s join device d on d.id = s.device
                        where d.unit = :unit and d.outlet = :outlet and s.hour >= :day and s.hour < :next
                          and s.superseded_at is null
                        order by d.mn desc""")
                .param("unit", point.unit())
                .param("outlet", point.outlet())
                .param("day", day.atStartOfDay())
                .param("next", day.plusDays(1).atStartOfDay())
                .query(row -> {
                    String pollutant = text(row, "pollutant");
                    BigDecimal value = Objects.requireNonNull(row.getBigDecimal("value"));
                    found.computeIfAbsent(pollutant, _ -> new TreeMap<>())
                            .put(
                                    row.getInt("hour_of_day"),
                                    Pollutants.of(pollutant).inJudgedUnit(value));
                });
        return found;
    }
}
