package cn.bishui.enforcement.clue.jdbc;

import cn.bishui.enforcement.clue.Correction;
import cn.bishui.enforcement.clue.Corrections;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections in PostgreSQL, of each exceedance the latest. */
@Repository
class JdbcCorrections implements Corrections {

    private final JdbcClient jdbc;

    JdbcCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Correction correction) {
        return jdbc.sql("""
                        insert into exceedance_correction (exceedance, revision, stands, value, limit_value, limit_min, limit_max,
                            multiple, reason, limit_set, device, corrected_at)
                        values (:exceedance, :revision, :stands, :value, :limit, :min, :max, :multiple, :reason, :limitSet,
                            :device, :at)
                        on conflict (exceedance) do update set revision = excluded.revision, stands = excluded.stands,
                            value = excluded.value, limit_value = excluded.limit_value, limit_min = excluded.limit_min,
                            limit_max = excluded.limit_max, multiple = excluded.multiple, reason = excluded.reason,
                            limit_set = excluded.limit_set, device = excluded.device,
                            corrected_at = excluded.corrected_at
                        where exceedance_correction.revision < excluded.revision""")
                        .param("exceedance", correction.exceedance())
                        .param("revision", correction.revision())
                        .param("stands", correction.stands())
                        .param("value", correction.value())
                        .param("limit", correction.limit())
                        .param("min", correction.limitMin())
                        .param("max", correction.limitMax())
                        .param("multiple", correction.multiple())
                        .param("reason", correction.reason())
                        .param("limitSet", correction.limitSet())
                        .param("device", correction.device())
                        .param("at", Timestamp.from(correction.correctedAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<UUID> clueOf(String exceedance) {
        return jdbc.sql("select clue from exceedance where id = :id")
                .param("id", exceedance)
                .query(UUID.class)
                .optional();
    }
}
