package cn.bishui.complaints.quota.jdbc;

import cn.bishui.complaints.quota.Allowance;
import cn.bishui.complaints.quota.Windows;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWindows implements Windows {

    private final JdbcClient jdbc;

    JdbcWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int add(byte[] client, Allowance allowance, Instant window, int count) {
        // its commit waits for no disk: nobody is hurt by a count that a crash forgets
        return jdbc.sql("""
            insert into quota (client, allowance, window_start, taken)
            select cast(:client as bytea), cast(:allowance as text), cast(:window as timestamptz), cast(:count as int)
            from set_config('synchronous_commit', 'off', true)
            on conflict (client, allowance, window_start) do update
            set taken = least(quota.taken + excluded.taken, 1000000000)
            returning taken\
            """)
                .param("client", client)
                .param("allowance", allowance.name())
                .param("window", Timestamp.from(window))
                .param("count", count)
                .query((row, _) -> row.getInt("taken"))
                .single();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from quota where window_start < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
