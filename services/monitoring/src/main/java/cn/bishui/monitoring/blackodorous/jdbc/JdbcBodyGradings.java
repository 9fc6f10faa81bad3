package cn.bishui.monitoring.blackodorous.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.blackodorous.BodyGrading;
import cn.bishui.monitoring.blackodorous.BodyGradings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBodyGradings implements BodyGradings {

    private static final String OF_WATER = "select * from odorous_grade where water = :water";
    private static final String OF_SPAN = OF_WATER + " and first_day = :from and last_day = :to";

    private final JdbcClient jdbc;

    JdbcBodyGradings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BodyGrading> latest(String water, LocalDate from, LocalDate to) {
        return jdbc.sql(OF_SPAN + " and latest")
                .param("water", water)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> grading(row))
                .optional();
    }

    @Override
    public List<BodyGrading> of(String water) {
        return jdbc.sql(OF_WATER + " and latest order by last_day desc, first_day desc limit 200")
                .param("water", water)
                .query((row, _) -> grading(row))
                .list();
    }

    @Override
    public List<BodyGrading> of(String water, LocalDate from, LocalDate to) {
        return jdbc.sql(OF_SPAN + " order by revision desc")
                .param("water", water)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> grading(row))
                .list();
    }

    @Override
    public List<Graded> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select s.name, g.* from odorous_grade g join site s on s.code = g.water
                        where g.latest and g.last_day between :from and :to order by s.name, g.last_day""")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Graded(text(row, "name"), grading(row)))
                .list();
    }

    @Override
    public List<Graded> outdated() {
        return jdbc.sql("""
                        select s.name, g.* from odorous_grade g join site s on s.code = g.water
                        where g.latest and exists (
                          select from odorous_value v join site p on p.code = v.point
                          where p.parent = g.water and v.day between g.first_day and g.last_day and v.entered_at > g.graded_at)
                        order by g.last_day desc, g.first_day desc, g.water limit 200""")
                .query((row, _) -> new Graded(text(row, "name"), grading(row)))
                .list();
    }

    @Override
    public void add(BodyGrading grading) {
        jdbc.sql("""
                        update odorous_grade set latest = false
                        where water = :water and first_day = :from and last_day = :to and latest""")
                .param("water", grading.water())
                .param("from", grading.from())
                .param("to", grading.to())
                .update();
        jdbc.sql("""
                        insert into odorous_grade (water, first_day, last_day, revision, latest, grade, points, light_points,
                            severe_points, rounds, severe_reaches, point_grades, shortages, working, graded_by, graded_at)
                        values (:water, :from, :to, :revision, true, :grade, :points, :light, :severe, :rounds, :reaches,
                            :point_grades, :shortages, :working, :by, :at)""")
                .param("water", grading.water())
                .param("from", grading.from())
                .param("to", grading.to())
                .param("revision", grading.revision())
                .param("grade", grading.grade())
                .param("points", grading.points())
                .param("light", grading.lightPoints())
                .param("severe", grading.severePoints())
                .param("rounds", grading.rounds())
                .param("reaches", String.join("\n", grading.severeReaches()))
                .param("point_grades", String.join("\n", grading.pointGrades()))
                .param("shortages", String.join("\n", grading.shortages()))
                .param("working", String.join("\n", grading.working()))
                .param("by", grading.gradedBy())
                .param("at", timestamp(grading.gradedAt()))
                .update();
    }

    private static BodyGrading grading(ResultSet row) throws SQLException {
        return new BodyGrading(
                text(row, "water"),
                day(row, "first_day"),
                day(row, "last_day"),
                row.getInt("revision"),
                row.getString("grade"),
                row.getInt("points"),
                row.getInt("light_points"),
                row.getInt("severe_points"),
                row.getInt("rounds"),
                lines(row, "severe_reaches"),
                lines(row, "point_grades"),
                lines(row, "shortages"),
                lines(row, "working"),
                text(row, "graded_by"),
                instant(row, "graded_at"));
    }

    private static List<String> lines(ResultSet row, String column) throws SQLException {
        return text(row, column).lines().toList();
    }
}
