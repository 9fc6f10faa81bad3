package cn.bishui.monitoring.blackodorous.web;

import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages show of black-odorous waters. */
@Component
class OdorousTable {

    private final JdbcClient jdbc;

    OdorousTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A water that has points.
     *
     * @param grade its newest; null where it was not graded
     */
    record Row(
            String water,
            String name,
            int points,
            @Nullable LocalDate lastRound,
            @Nullable String grade,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    List<Row> bodies() {
        return jdbc.sql("""
                        select w.code, w.name, count(p.code) as points,
                            (select max(v.day) from odorous_value v join site s on s.code = v.point where s.parent = w.code) as last_round,
                            g.grade, g.first_day, g.last_day
                        from site w
                        join site p on p.parent = w.code and p.kind = 'point' and p.state in ('active', 'moved')
                        left join lateral (select * from odorous_grade g where g.water = w.code and g.latest
                            order by g.last_day desc, g.first_day desc limit 1) g on true
                        where w.kind = 'water-body'
                        group by w.code, w.name, g.grade, g.first_day, g.last_day
                        order by w.name, w.code limit 500""")
                .query((row, _) -> new Row(
                        text(row, "code"),
                        text(row, "name"),
                        row.getInt("points"),
                        dayOrNull(row, "last_round"),
                        row.getString("grade"),
                        dayOrNull(row, "first_day"),
                        dayOrNull(row, "last_day")))
                .list();
    }

    /** The day of the newest round of a water. */
    Optional<LocalDate> lastRound(String water) {
        return jdbc.sql("""
                        select max(v.day) from odorous_value v join site s on s.code = v.point where s.parent = :water""").param("water", water).query(LocalDate.class).optional();
    }
}
