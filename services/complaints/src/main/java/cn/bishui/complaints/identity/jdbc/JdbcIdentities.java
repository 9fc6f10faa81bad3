package cn.bishui.complaints.identity.jdbc;

import cn.bishui.complaints.identity.Identities;
import cn.bishui.complaints.identity.KeptIdentity;
import cn.bishui.complaints.key.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdentities implements Identities {

    private final JdbcClient jdbc;

    JdbcIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(KeptIdentity identity) {
        jdbc.sql("""
            insert into identity (complaint, key_id, nonce, ciphertext, named, mobile, changed_at)
            values (:complaint, :keyId, :nonce, :ciphertext, :named, :mobile, :changedAt)
            on conflict (complaint) do update set key_id = excluded.key_id, nonce = excluded.nonce,
              ciphertext = excluded.ciphertext, named = excluded.named, mobile = excluded.mobile,
              changed_at = excluded.changed_at\
            """)
                .param("complaint", identity.complaint())
                .param("keyId", identity.sealed().keyId())
                .param("nonce", identity.sealed().nonce())
                .param("ciphertext", identity.sealed().ciphertext())
                .param("named", identity.named())
                .param("mobile", identity.mobile())
                .param("changedAt", Timestamp.from(identity.changedAt()))
                .update();
    }

    @Override
    public Optional<KeptIdentity> of(UUID complaint) {
        return jdbc.sql("select * from identity where complaint = :complaint")
                .param("complaint", complaint)
                .query(JdbcIdentities::kept)
                .optional();
    }

    @Override
    public boolean forget(UUID complaint) {
        return jdbc.sql("delete from identity where complaint = :complaint")
                        .param("complaint", complaint)
                        .update()
                > 0;
    }

    @Override
    public Set<UUID> among(Collection<UUID> complaints) {
        if (complaints.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select complaint from identity where complaint = any(:complaints)")
                .param("complaints", complaints.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("complaint", UUID.class))
                .list());
    }

    @Override
    public List<KeptIdentity> notUnder(String keyId, UUID after, int limit) {
        return jdbc.sql("""
            select * from identity where key_id <> :keyId and complaint > :after
            order by complaint limit :limit for update\
            """)
                .param("keyId", keyId)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcIdentities::kept)
                .list();
    }

    @Override
    public void reseal(UUID complaint, Sealed sealed) {
        jdbc.sql("""
            update identity set key_id = :keyId, nonce = :nonce, ciphertext = :ciphertext
            where complaint = :complaint\
            """)
                .param("complaint", complaint)
                .param("keyId", sealed.keyId())
                .param("nonce", sealed.nonce())
                .param("ciphertext", sealed.ciphertext())
                .update();
    }

    private static KeptIdentity kept(ResultSet row, int number) throws SQLException {
        return new KeptIdentity(
                row.getObject("complaint", UUID.class),
                new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")),
                row.getBoolean("named"),
                row.getBoolean("mobile"),
                row.getTimestamp("changed_at").toInstant());
    }
}
