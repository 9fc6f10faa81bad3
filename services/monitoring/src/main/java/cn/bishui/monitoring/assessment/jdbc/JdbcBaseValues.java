package cn.bishui.monitoring.assessment.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.BaseValue;
import cn.bishui.monitoring.assessment.BaseValues;
import cn.bishui.monitoring.assessment.jdbc.JdbcAssessments.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBaseValues implements BaseValues {

    private final JdbcClient jdbc;

    JdbcBaseValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BaseValue> find(String site, int year) {
        return jdbc.sql("select * from base_value where site = :site and year = :year and latest")
                .param("site", site)
                .param("year", year)
                .query((row, _) -> value(row))
                .optional();
    }

    @Override
    public List<BaseValue> of(int year) {
        return jdbc.sql("select * from base_value where year = :year and latest order by site")
                .param("year", year)
                .query((row, _) -> value(row))
                .list();
    }

    @Override
    public void add(BaseValue value) {
        jdbc.sql("update base_value set latest = false where site = :site and year = :year and latest")
                .param("site", value.site())
                .param("year", value.year())
                .update();
        jdbc.sql("""
                        insert into base_value (site, year, revision, latest, water_class, found, source, entered_by, entered_at)
                        values (:site, :year, :revision, true, :class, cast(:found as jsonb), :source, :by, :at)""")
                .param("site", value.site())
                .param("year", value.year())
                .param("revision", value.revision())
                .param("class", value.waterClass())
                .param("found", Words.json(value.found()))
                .param("source", value.source())
                .param("by", value.enteredBy())
                .param("at", timestamp(value.enteredAt()))
                .update();
    }

    private static BaseValue value(ResultSet row) throws SQLException {
        return new BaseValue(
                text(row, "site"),
                row.getInt("year"),
                row.getInt("revision"),
                row.getInt("water_class"),
                Words.found(row),
                text(row, "source"),
                text(row, "entered_by"),
                instant(row, "entered_at"));
    }
}
