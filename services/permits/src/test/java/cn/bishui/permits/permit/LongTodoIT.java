package cn.bishui.permits.permit;

import static cn.bishui.permits.PermitsClient.APPROVER;
import static cn.bishui.permits.PermitsClient.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.permits.PermitsClient;
import cn.bishui.testkit.BishuiIT;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@BishuiIT
class LongTodoIT {

    private final PermitsClient client;
    private final JdbcClient jdbc;

    LongTodoIT(RestTestClient http, JdbcClient jdbc) {
        this.client = new PermitsClient(http);
        this.jdbc = jdbc;
    }

    /** The older half is managed closely and has 30 working days, the newer half only 20: it is due first. */
    @Test
    void showsTheMostPressingHundredAndHowManyMore() {
        String unit = client.registeredUnit();
        try {
            jdbc.sql("""
                            insert into permit (number, unit, management_type, issued_by, valid_from, valid_to, state, drafter,
                              submitter, submitted_at, version, changed_at)
                            select 'LONG' || lpad(n::text, 4, '0'), :unit, case when n <= 120 then 'key' else 'simplified' end,
                              '区环保局', date '2026-01-01', date '2030-12-31', 'submitted', 'a', 'a',
                              timestamptz '2025-03-03 09:00+08' + n * interval '1 minute', 1, now()
                            from generate_series(1, 240) as n""").param("unit", unit).update();

            String todo = client.page(APPROVER, "/permits/todo");

            assertThat(todo)
                    .contains("LONG0121", "LONG0220", "href=\"/permits?state=submitted\"", "看全部")
                    .doesNotContain("LONG0001", "LONG0120", "LONG0221", "??");
            assertThat(todo).containsPattern("还有1[4-9]\\d项");
            assertThat(client.page(CLERK, "/permits/todo")).doesNotContain("LONG0");
        } finally {
            jdbc.sql("delete from permit where number like 'LONG%'").update();
        }
    }
}
