package cn.bishui.monitoring.assessment.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssessments implements Assessments {

    private static final String SELECT = "select * from assessment where site = :site and month = :month";

    private final JdbcClient jdbc;

    JdbcAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Assessment> latest(String site, YearMonth month) {
        jdbc.sql("select code from site where code = :site for update")
                .param("site", site)
                .query()
                .singleRow();
        return jdbc.sql(SELECT + " and latest")
                .param("site", site)
                .param("month", month.atDay(1))
                .query((row, _) -> assessment(row))
                .optional();
    }

    @Override
    public void add(Assessment assessment) {
        jdbc.sql("update assessment set latest = false where site = :site and month = :month and latest")
                .param("site", assessment.site())
                .param("month", assessment.month().atDay(1))
                .update();
        jdbc.sql("""
                        insert into assessment (site, month, revision, latest, water_class, target_class, meets_target,
                            main_pollutants, evaluated, missing, without_value, samples, working, assessed_at)
                        values (:site, :month, :revision, true, :class, :target, :meets, :main, :evaluated, :missing, :without,
                            :samples, :working, :at)""")
                .param("site", assessment.site())
                .param("month", assessment.month().atDay(1))
                .param("revision", assessment.revision())
                .param("class", assessment.waterClass())
                .param("target", assessment.targetClass())
                .param("meets", assessment.meetsTarget())
                .param("main", String.join("、", assessment.mainPollutants()))
                .param("evaluated", assessment.evaluated())
                .param("missing", String.join("、", assessment.missing()))
                .param("without", assessment.withoutValue())
                .param("samples", String.join(" ", assessment.samples()))
                .param("working", String.join("\n", assessment.working()))
                .param("at", timestamp(assessment.assessedAt()))
                .update();
    }

    @Override
    public List<Assessment> of(String site, YearMonth month) {
        return jdbc.sql(SELECT + " order by revision desc")
                .param("site", site)
                .param("month", month.atDay(1))
                .query((row, _) -> assessment(row))
                .list();
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                text(row, "site"),
                YearMonth.from(day(row, "month")),
                row.getInt("revision"),
                row.getObject("water_class", Integer.class),
                row.getObject("target_class", Integer.class),
                row.getObject("meets_target", Boolean.class),
                parts(text(row, "main_pollutants"), "、"),
                row.getInt("evaluated"),
                parts(text(row, "missing"), "、"),
                row.getString("without_value"),
                parts(text(row, "samples"), " "),
                parts(text(row, "working"), "\n"),
                instant(row, "assessed_at"));
    }

    private static List<String> parts(String joined, String separator) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(separator, -1));
    }
}
