package cn.bishui.monitoring.sample.jdbc;

import cn.bishui.monitoring.sample.Plans;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlans implements Plans {

    private final JdbcClient jdbc;

    JdbcPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String site, YearMonth month, LocalDate due, String note, String by) {
        jdbc.sql("""
                        insert into sampling_plan (site, month, due, note, planned_by) values (:site, :month, :due, :note, :by)
                        on conflict (site, month) do update set due = excluded.due, note = excluded.note,
                            planned_by = excluded.planned_by""")
                .param("site", site)
                .param("month", month.atDay(1))
                .param("due", due)
                .param("note", note)
                .param("by", by)
                .update();
    }
}
