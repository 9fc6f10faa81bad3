package cn.bishui.monitoring.assessment.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.WaterAssessment;
import cn.bishui.monitoring.assessment.WaterAssessments;
import cn.bishui.monitoring.assessment.jdbc.JdbcAssessments.Words;
import cn.bishui.standards.surfacewater.WaterType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaterAssessments implements WaterAssessments {

    private static final String SELECT = "select * from water_assessment where ";

    /** Sections under a water, each once, with what was assessed of them. */
    private static final String MEMBERS = """
            with recursive inside as (
                select code from site where code = :water
                union
                select s.code from site s join inside i on s.parent = i.code
                where s.kind in ('water-body', 'reach', 'section')
            )
            select s.code as member, s.name, s.water_type, a.*
            from site s
            left join assessment a on a.site = s.code and a.period = :period and a.latest
            where s.kind = 'section' and s.valid_from <= :last and (s.valid_to is null or s.valid_to >= :first)
              and (:water = 'district' or s.code in (select code from inside))
            order by s.code""";

    private final JdbcClient jdbc;

    JdbcWaterAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(String water) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('water/' || :water, 0))")
                .param("water", water)
                .query((_, _) -> water)
                .single();
    }

    @Override
    public Optional<WaterAssessment> latest(String water, Period period) {
        return jdbc.sql(SELECT + "water = :water and period = :period and latest")
                .param("water", water)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .optional();
    }

    @Override
    public List<WaterAssessment> of(Period period) {
        return jdbc.sql(SELECT + """
                        period = :period and latest
                        order by case scope when 'district' then 0 when 'basin' then 1 else 2 end, name, water""")
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public List<WaterAssessment> of(String water, Period period) {
        return jdbc.sql(SELECT + "water = :water and period = :period order by revision desc")
                .param("water", water)
                .param("period", period.text())
                .query((row, _) -> assessment(row))
                .list();
    }

    @Override
    public void add(WaterAssessment assessment) {
        jdbc.sql("update water_assessment set latest = false where water = :water and period = :period and latest")
                .param("water", assessment.water())
                .param("period", assessment.period().text())
                .update();
        jdbc.sql("""
                        insert into water_assessment (water, scope, name, span, period, first_day, revision, latest, method,
                            water_class, quality_level, counts, main_pollutants, without_value, provisional, sections, working,
                            assessed_at)
                        values (:water, :scope, :name, :span, :period, :first, :revision, true, :method, :class, :level,
                            cast(:counts as int[]), :main, :without, :provisional, :sections, :working, :at)""")
                .param("water", assessment.water())
                .param("scope", assessment.scope())
                .param("name", assessment.name())
                .param("span", assessment.period().span().code())
                .param("period", assessment.period().text())
                .param("first", assessment.period().first())
                .param("revision", assessment.revision())
                .param("method", assessment.method())
                .param("class", assessment.waterClass())
                .param("level", assessment.qualityLevel())
                .param("counts", assessment.counts().toArray(Integer[]::new))
                .param("main", Words.joined(assessment.mainPollutants()))
                .param("without", Words.joined(assessment.withoutValue()))
                .param("provisional", assessment.provisional())
                .param("sections", String.join(" ", assessment.sections()))
                .param("working", String.join("\n", assessment.working()))
                .param("at", timestamp(assessment.assessedAt()))
                .update();
    }

    @Override
    public boolean isBasin(String water) {
        return jdbc.sql("select exists (select 1 from site where parent = :water and kind = 'water-body')")
                .param("water", water)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Member> members(String water, Period period) {
        return jdbc.sql(MEMBERS)
                .param("water", water)
                .param("period", period.text())
                .param("first", period.first())
                .param("last", period.last())
                .query((row, _) -> new Member(
                        text(row, "member"),
                        text(row, "name"),
                        type(row.getString("water_type")),
                        row.getString("site") == null ? null : JdbcAssessments.assessment(row)))
                .list();
    }

    private static @Nullable WaterType type(@Nullable String code) {
        return code == null ? null : WaterType.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static WaterAssessment assessment(ResultSet row) throws SQLException {
        return new WaterAssessment(
                text(row, "water"),
                text(row, "scope"),
                text(row, "name"),
                Period.of(text(row, "period")),
                row.getInt("revision"),
                row.getString("method"),
                row.getObject("water_class", Integer.class),
                row.getString("quality_level"),
                Arrays.asList((Integer[]) row.getArray("counts").getArray()),
                Words.split(text(row, "main_pollutants"), "、"),
                Words.split(text(row, "without_value"), "、"),
                row.getBoolean("provisional"),
                Words.split(text(row, "sections"), " "),
                Words.split(text(row, "working"), "\n"),
                instant(row, "assessed_at"));
    }
}
