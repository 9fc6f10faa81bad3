package cn.bishui.monitoring.drinking.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.QuarterSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuarterSamples implements QuarterSamples {

    private final JdbcClient jdbc;

    JdbcQuarterSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> inUse(Period quarter) {
        return jdbc.sql("""
                        select code from site
                        where kind in ('source', 'works-outlet', 'tap')
                          and valid_from <= :last and (valid_to is null or valid_to >= :first)
                        order by array_position(array['source', 'works-outlet', 'tap'], kind), name, code""")
                .param("first", quarter.first())
                .param("last", quarter.last())
                .query((row, _) -> text(row, "code"))
                .list();
    }

    @Override
    public int withoutSample(Period quarter, String bureau) {
        return jdbc.sql("""
                        select count(*) from site t
                        where t.kind in ('source', 'works-outlet', 'tap') and t.bureau = :bureau
                          and t.valid_from <= :last and (t.valid_to is null or t.valid_to >= :first)
                          and not exists (select 1 from sample s
                              where s.site = t.code and s.taken_on between :first and :last and not s.discarded)""")
                .param("bureau", bureau)
                .param("first", quarter.first())
                .param("last", quarter.last())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Taken> released(Period quarter) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        String from = """
                from sample s
                join site t on t.code = s.site and t.kind in ('source', 'works-outlet', 'tap')
                join sample_work w on w.sample = s.number and w.stage = 'released'
                """;
        String when = "where s.taken_on between :first and :last ";
        jdbc.sql("select s.number, v.item, v.found " + from
                        + "join sample_value v on v.sample = w.sample and v.work = w.work " + when)
                .param("first", quarter.first())
                .param("last", quarter.last())
                .query(row -> {
                    values.computeIfAbsent(text(row, "number"), number -> new LinkedHashMap<>())
                            .put(text(row, "item"), text(row, "found"));
                });
        return jdbc.sql("select s.site, s.number, w.work, s.taken_on, s.condition, w.released_by " + from + when
                        + "order by s.taken_on, s.number")
                .param("first", quarter.first())
                .param("last", quarter.last())
                .query((row, _) -> new Taken(
                        text(row, "site"),
                        text(row, "number"),
                        row.getInt("work"),
                        day(row, "taken_on"),
                        text(row, "condition"),
                        text(row, "released_by"),
                        values.getOrDefault(text(row, "number"), Map.of())))
                .list();
    }
}
