package cn.bishui.complaints.quota.jdbc;

import cn.bishui.complaints.quota.UsedStamps;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUsedStamps implements UsedStamps {

    private final JdbcClient jdbc;

    JdbcUsedStamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean use(UUID id, Instant now, Instant expires) {
        return jdbc.sql("""
            insert into used_stamp (id, used_at, expires_at) values (:id, :now, :expires)
            on conflict (id) do nothing\
            """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(expires))
                        .update()
                == 1;
    }

    @Override
    public int usedSince(Instant moment) {
        return jdbc.sql("select count(*) as used from used_stamp where used_at > :moment")
                .param("moment", Timestamp.from(moment))
                .query((row, _) -> row.getInt("used"))
                .single();
    }

    @Override
    public void forget(Instant now) {
        jdbc.sql("delete from used_stamp where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
