package cn.bishui.monitoring.assessment.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import cn.bishui.monitoring.assessment.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAssessments implements Assessments {

    private static final String SELECT = "select a.* from assessment a where ";
    private static final String OF_PERIOD = SELECT + "a.site = :site and a.period = :period";
    private static final TypeReference<Map<String, String>> FOUND = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Assessment> latest(String site, Period period) {
        return jdbc.sql(OF_PERIOD + " and a.latest")
                .param("site", site)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .optional();
    }

    @Override
    public List<Assessment> months(String site, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + """
                        a.site = :site and a.span = 'month' and a.latest and a.first_day between :from and :to
                        order by a.first_day""")
                .param("site", site)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public List<Assessment> years(LocalDate to) {
        return jdbc.sql(SELECT + "a.span = 'year' and a.latest and a.first_day <= :to order by a.first_day, a.site")
                .param("to", to)
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public List<Assessment> of(String site) {
        return jdbc.sql(SELECT + "a.site = :site and a.latest order by a.first_day, a.span")
                .param("site", site)
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public List<Assessment> of(Period period) {
        return jdbc.sql(SELECT + "a.period = :period and a.latest order by a.site")
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public void add(Assessment assessment) {
        jdbc.sql("update assessment set latest = false where site = :site and period = :period and latest")
                .param("site", assessment.site())
                .param("period", assessment.period().text())
                .update();
        jdbc.sql("""
                        insert into assessment (site, span, period, first_day, revision, latest, water_class, target_class,
                            meets_target, main_pollutants, evaluated, missing, without_value, provisional, found, samples,
                            working, assessed_at)
                        values (:site, :span, :period, :first, :revision, true, :class, :target, :meets, :main, :evaluated,
                            :missing, :without, :provisional, cast(:found as jsonb), :samples, :working, :at)""")
                .param("site", assessment.site())
                .param("span", assessment.period().span().code())
                .param("period", assessment.period().text())
                .param("first", assessment.period().first())
                .param("revision", assessment.revision())
                .param("class", assessment.waterClass())
                .param("target", assessment.targetClass())
                .param("meets", assessment.meetsTarget())
                .param("main", Words.joined(assessment.mainPollutants()))
                .param("evaluated", assessment.evaluated())
                .param("missing", Words.joined(assessment.missing()))
                .param("without", assessment.withoutValue())
                .param("provisional", assessment.provisional())
                .param("found", Words.json(assessment.found()))
                .param("samples", String.join(" ", assessment.samples()))
                .param("working", String.join("\n", assessment.working()))
                .param("at", timestamp(assessment.assessedAt()))
                .update();
    }

    @Override
    public List<Assessment> of(String site, Period period) {
        return jdbc.sql(OF_PERIOD + " order by a.revision desc")
                .param("site", site)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .list();
    }

    static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                text(row, "site"),
                Period.of(text(row, "period")),
                row.getInt("revision"),
                row.getObject("water_class", Integer.class),
                row.getObject("target_class", Integer.class),
                row.getObject("meets_target", Boolean.class),
                Words.split(text(row, "main_pollutants"), "、"),
                row.getInt("evaluated"),
                Words.split(text(row, "missing"), "、"),
                row.getString("without_value"),
                row.getBoolean("provisional"),
                Words.found(row),
                Words.split(text(row, "samples"), " "),
                Words.split(text(row, "working"), "\n"),
                instant(row, "assessed_at"));
    }

    /** Lists and maps as columns hold them. */
    static final class Words {

        private Words() {}

        static String joined(List<String> words) {
            return String.join("、", words);
        }

        static List<String> split(String joined, String by) {
            return joined.isEmpty() ? List.of() : List.of(joined.split(by, -1));
        }

        static String json(Map<String, String> found) {
            return JsonMapper.shared().writeValueAsString(found);
        }

        static Map<String, String> found(ResultSet row) throws SQLException {
            return JsonMapper.shared().readValue(text(row, "found"), FOUND);
        }
    }
}
