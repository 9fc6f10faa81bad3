package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.monitoring.intake.ForgetRejected;
import cn.bishui.monitoring.reading.ForgetUnusable;
import cn.bishui.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 90 days of bytes and 400 of counts are kept. */
@MonitoringIT
class ForgettingIT {

    private final ForgetRejected forgetRejected;
    private final ForgetUnusable forgetUnusable;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    ForgettingIT(ForgetRejected forgetRejected, ForgetUnusable forgetUnusable, SettableClock clock, JdbcClient jdbc) {
        this.forgetRejected = forgetRejected;
        this.forgetUnusable = forgetUnusable;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void forgetsWhatIsOlderThanTheSettingsSayAndNothingElse() {
        clock.setTo("2026-11-25T03:40");
        jdbc.sql("""
                        insert into rejected_count (remote, reason, hour, frames, bytes)
                        select 'forgetting', 'junk', timestamptz '2026-11-25 03:00+08' - n * interval '1 day', 1, 1
                        from unnest(array[399, 401]) as n""").update();
        jdbc.sql("""
                        insert into rejected_frame (remote, reason, received_at, length, raw)
                        select 'forgetting', 'junk', timestamptz '2026-11-25 03:00+08' - n * interval '1 day', n, ''
                        from unnest(array[89, 91]) as n""").update();
        jdbc.sql("""
                        insert into unusable_packet (mn, reason, remote, received_at, raw)
                        select 'forgetting', 'failed', n, timestamptz '2026-11-25 03:00+08' - n * interval '1 day', ''
                        from unnest(array[89, 91]) as n""").update();

        forgetRejected.forget();
        forgetUnusable.forget();

        assertThat(texts("select to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from rejected_count"
                        + " where remote = 'forgetting'"))
                .containsExactly("2025-10-22");
        assertThat(texts("select length::text from rejected_frame where remote = 'forgetting'"))
                .containsExactly("89");
        assertThat(texts("select remote from unusable_packet where mn = 'forgetting'"))
                .containsExactly("89");
        jdbc.sql("delete from unusable_packet where mn = 'forgetting'").update();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
