package cn.bishui.monitoring.source.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.source.SourceAssessment;
import cn.bishui.monitoring.source.SourceAssessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSourceAssessments implements SourceAssessments {

    private static final String OF_PERIOD = "select * from source_assessment where site = :site and period = :period";

    private final JdbcClient jdbc;

    JdbcSourceAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SourceAssessment> latest(String site, Period period) {
        return jdbc.sql(OF_PERIOD + " and latest")
                .param("site", site)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .optional();
    }

    @Override
    public List<SourceAssessment> of(String site, Period period) {
        return jdbc.sql(OF_PERIOD + " order by revision desc")
                .param("site", site)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public void add(SourceAssessment assessment) {
        jdbc.sql("update source_assessment set latest = false where site = :site and period = :period and latest")
                .param("site", assessment.site())
                .param("period", assessment.period().text())
                .update();
        jdbc.sql("""
                        insert into source_assessment (site, span, period, first_day, revision, latest, source_kind, full_index,
                            water_class, meets, exceeded, items, missing, without_value, supply_per_day, standard, samples,
                            working, assessed_at)
                        values (:site, :span, :period, :first, :revision, true, :kind, :full, :class, :meets, :exceeded, :items,
                            :missing, :without, :supply, :standard, :samples, :working, :at)""")
                .param("site", assessment.site())
                .param("span", assessment.period().span().code())
                .param("period", assessment.period().text())
                .param("first", assessment.period().first())
                .param("revision", assessment.revision())
                .param("kind", assessment.sourceKind())
                .param("full", assessment.fullIndex())
                .param("class", assessment.waterClass())
                .param("meets", assessment.meets())
                .param("exceeded", String.join("、", assessment.exceeded()))
                .param("items", assessment.items())
                .param("missing", String.join("、", assessment.missing()))
                .param("without", assessment.withoutValue())
                .param("supply", assessment.supplyPerDay())
                .param("standard", assessment.standard())
                .param("samples", String.join(" ", assessment.samples()))
                .param("working", String.join("\n", assessment.working()))
                .param("at", timestamp(assessment.assessedAt()))
                .update();
    }

    @Override
    public List<Standing> standing(Period period) {
        return jdbc.sql("""
                        select s.code, s.name, s.source_kind as kind, s.supply_per_day as supply, a.* from site s
                        left join source_assessment a on a.site = s.code and a.period = :period and a.latest
                        where s.kind = 'source' and s.valid_from <= :last and (s.valid_to is null or s.valid_to >= :first)
                        order by s.name, s.code""")
                .param("first", period.first())
                .param("last", period.last())
                .param("period", period.text())
                .query((row, _) -> new Standing(
                        text(row, "code"),
                        text(row, "name"),
                        text(row, "kind"),
                        row.getBigDecimal("supply"),
                        row.getString("site") == null ? null : assessment(row)))
                .list();
    }

    @Override
    public List<String> missing(Period period) {
        return jdbc.sql("""
                        select s.code from site s
                        where s.kind = 'source' and s.valid_from <= :first and (s.valid_to is null or s.valid_to >= :last)
                          and not exists (select 1 from source_assessment a where a.site = s.code and a.period = :period)
                        order by s.code""")
                .param("first", period.first())
                .param("last", period.last())
                .param("period", period.text())
                .query((row, _) -> text(row, "code"))
                .list();
    }

    private static SourceAssessment assessment(ResultSet row) throws SQLException {
        return new SourceAssessment(
                text(row, "site"),
                Period.of(text(row, "period")),
                row.getInt("revision"),
                text(row, "source_kind"),
                row.getBoolean("full_index"),
                row.getObject("water_class", Integer.class),
                row.getObject("meets", Boolean.class),
                split(text(row, "exceeded"), "、"),
                row.getInt("items"),
                split(text(row, "missing"), "、"),
                row.getBigDecimal("supply_per_day"),
                row.getString("without_value"),
                text(row, "standard"),
                split(text(row, "samples"), " "),
                split(text(row, "working"), "\n"),
                instant(row, "assessed_at"));
    }

    private static List<String> split(String joined, String by) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(by, -1));
    }
}
