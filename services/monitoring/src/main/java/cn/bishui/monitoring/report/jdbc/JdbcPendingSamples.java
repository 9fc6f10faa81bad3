package cn.bishui.monitoring.report.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.report.PendingSamples;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPendingSamples implements PendingSamples {

    private final JdbcClient jdbc;

    JdbcPendingSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> between(LocalDate first, LocalDate last) {
        Map<String, String> pending = new HashMap<>();
        jdbc.sql("""
                        select distinct on (s.site) s.site,
                            case w.stage when 'draft' then 'in-work' when 'signed' then 'to-release' else 'in-review' end as how_far
                        from sample s join sample_work w on w.sample = s.number and w.work = s.work
                        where s.taken_on between :first and :last
                          and w.stage in ('draft', 'submitted', 'checked', 'reviewed', 'signed')
                        order by s.site, w.stage = 'signed' desc, w.stage = 'draft'""").param("first", first).param("last", last).query(row -> {
            pending.put(text(row, "site"), text(row, "how_far"));
        });
        return pending;
    }
}
