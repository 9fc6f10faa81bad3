package cn.bishui.monitoring.onsite.web;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an outlet has limits for: what a sample is likely to have been analysed for. */
@Component
class OutletLimits {

    private final JdbcClient jdbc;

    OutletLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pollutant> of(String unit, String outlet) {
        return jdbc
                .sql("""
                        select distinct l.pollutant from permit_limit l join permit p on p.number = l.permit
                        where p.unit = :unit and l.outlet = :outlet order by l.pollutant""")
                .param("unit", unit)
                .param("outlet", outlet)
                .query((row, _) -> text(row, "pollutant"))
                .list()
                .stream()
                .flatMap(code -> Pollutants.find(code).stream())
                .toList();
    }
}
