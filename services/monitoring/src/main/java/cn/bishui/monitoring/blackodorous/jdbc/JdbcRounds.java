package cn.bishui.monitoring.blackodorous.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.blackodorous.Round;
import cn.bishui.monitoring.blackodorous.Rounds;
import cn.bishui.standards.blackodorous.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRounds implements Rounds {

    private final JdbcClient jdbc;

    JdbcRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Round> latest(String point, LocalDate day) {
        return jdbc.sql("select * from odorous_value where point = :point and day = :day and latest")
                .param("point", point)
                .param("day", day)
                .query((row, _) -> round(row))
                .optional();
    }

    @Override
    public void add(Round round) {
        Observation found = round.found();
        jdbc.sql("update odorous_value set latest = false where point = :point and day = :day and latest")
                .param("point", round.point())
                .param("day", found.day())
                .update();
        jdbc.sql("""
                        insert into odorous_value (point, day, revision, latest, transparency, depth, clear_to_ground, oxygen,
                            redox, ammonia, reason, entered_by, entered_at)
                        values (:point, :day, :revision, true, :transparency, :depth, :clear, :oxygen, :redox, :ammonia,
                            :reason, :by, :at)""")
                .param("point", round.point())
                .param("day", found.day())
                .param("revision", round.revision())
                .param("transparency", found.transparency())
                .param("depth", found.depth())
                .param("clear", found.clearToGround())
                .param("oxygen", found.oxygen())
                .param("redox", found.redox())
                .param("ammonia", found.ammonia())
                .param("reason", round.reason())
                .param("by", round.enteredBy())
                .param("at", timestamp(round.enteredAt()))
                .update();
    }

    @Override
    public List<Point> points(String water, LocalDate from, LocalDate to) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<Round>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.code, s.name, v.* from site s
                        left join odorous_value v on v.point = s.code and v.latest and v.day between :from and :to
                        where s.kind = 'point' and s.parent = :water
                          and s.valid_from <= :to and (s.valid_to is null or s.valid_to >= :from)
                        order by coalesce(cast(substring(s.code from '([0-9]{1,9})$') as bigint), 0),
                          s.code, v.day""").param("water", water).param("from", from).param("to", to).query(row -> {
            String code = text(row, "code");
            names.put(code, text(row, "name"));
            List<Round> rounds = found.computeIfAbsent(code, point -> new ArrayList<>());
            if (row.getString("point") != null) {
                rounds.add(round(row));
            }
        });
        List<Point> points = new ArrayList<>();
        names.forEach((code, name) -> points.add(new Point(code, name, found.getOrDefault(code, List.of()))));
        return points;
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                text(row, "point"),
                row.getInt("revision"),
                new Observation(
                        day(row, "day"),
                        row.getBigDecimal("transparency"),
                        row.getBigDecimal("depth"),
                        row.getBoolean("clear_to_ground"),
                        row.getBigDecimal("oxygen"),
                        row.getBigDecimal("redox"),
                        row.getBigDecimal("ammonia")),
                text(row, "reason"),
                text(row, "entered_by"),
                instant(row, "entered_at"));
    }
}
