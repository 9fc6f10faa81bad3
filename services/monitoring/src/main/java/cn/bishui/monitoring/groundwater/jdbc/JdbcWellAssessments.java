package cn.bishui.monitoring.groundwater.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.groundwater.WellAssessment;
import cn.bishui.monitoring.groundwater.WellAssessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWellAssessments implements WellAssessments {

    private final JdbcClient jdbc;

    JdbcWellAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(WellAssessment assessment) {
        jdbc.sql("update well_assessment set latest = false where sample = :sample and work < :work and latest")
                .param("sample", assessment.sample())
                .param("work", assessment.work())
                .update();
        return jdbc.sql("""
                        insert into well_assessment (site, sample, work, latest, taken_on, water_class, decisive, target_class,
                            meets_target, items, missing, without_value, working, assessed_at)
                        values (:site, :sample, :work, true, :day, :class, :decisive, :target, :meets, :items, :missing,
                            :without, :working, :at)
                        on conflict (sample, work) do nothing""")
                        .param("site", assessment.site())
                        .param("sample", assessment.sample())
                        .param("work", assessment.work())
                        .param("day", assessment.takenOn())
                        .param("class", assessment.waterClass())
                        .param("decisive", String.join("、", assessment.decisive()))
                        .param("target", assessment.targetClass())
                        .param("meets", assessment.meetsTarget())
                        .param("items", assessment.items())
                        .param("missing", String.join("、", assessment.missing()))
                        .param("without", assessment.withoutValue())
                        .param("working", String.join("\n", assessment.working()))
                        .param("at", timestamp(assessment.assessedAt()))
                        .update()
                == 1;
    }

    @Override
    public List<String> withdraw(String well, YearMonth month, List<String> but) {
        return jdbc.sql("""
                        update well_assessment set latest = false
                        where site = :well and latest and taken_on between :first and :last
                          and sample <> all (cast(:but as text[]))
                        returning sample""")
                .param("well", well)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .param("but", but.toArray(String[]::new))
                .query((row, _) -> text(row, "sample"))
                .list();
    }

    @Override
    public List<Well> wells(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select s.code, s.name, a.* from site s
                        left join well_assessment a on a.site = s.code and a.latest and a.taken_on between :from and :to
                        where s.kind = 'well' and s.valid_from <= :to and (s.valid_to is null or s.valid_to >= :from)
                        order by s.name, s.code, a.taken_on""")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Well(
                        text(row, "code"), text(row, "name"), row.getString("site") == null ? null : assessment(row)))
                .list();
    }

    @Override
    public List<WellAssessment> of(String sample) {
        return jdbc.sql("select * from well_assessment where sample = :sample order by work desc")
                .param("sample", sample)
                .query((row, _) -> assessment(row))
                .list();
    }

    private static WellAssessment assessment(ResultSet row) throws SQLException {
        return new WellAssessment(
                text(row, "site"),
                text(row, "sample"),
                row.getInt("work"),
                day(row, "taken_on"),
                row.getObject("water_class", Integer.class),
                split(text(row, "decisive"), "、"),
                row.getObject("target_class", Integer.class),
                row.getObject("meets_target", Boolean.class),
                row.getInt("items"),
                split(text(row, "missing"), "、"),
                row.getString("without_value"),
                split(text(row, "working"), "\n"),
                instant(row, "assessed_at"));
    }

    private static List<String> split(String joined, String by) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(by, -1));
    }
}
