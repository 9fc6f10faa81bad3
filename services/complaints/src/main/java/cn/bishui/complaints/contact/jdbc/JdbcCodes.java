package cn.bishui.complaints.contact.jdbc;

import cn.bishui.complaints.contact.Codes;
import cn.bishui.complaints.key.Sealed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCodes implements Codes {

    private final JdbcClient jdbc;

    JdbcCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Instant> requestsLocked(byte[] phone, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('code ' || :phone, 0))")
                .param("phone", HexFormat.of().formatHex(phone))
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
            select requested_at from one_time_code where phone_hash = :phone and requested_at > :since
            order by requested_at desc\
            """)
                .param("phone", phone)
                .param("since", Timestamp.from(since))
                .query((row, _) -> row.getTimestamp("requested_at").toInstant())
                .list();
    }

    @Override
    public void add(UUID id, byte[] phoneHash, Sealed phone, byte[] codeHash, Instant now, Instant expires) {
        jdbc.sql("""
            insert into one_time_code
              (id, phone_hash, key_id, nonce, ciphertext, code_hash, requested_at, expires_at)
            values (:id, :phoneHash, :keyId, :nonce, :ciphertext, :codeHash, :now, :expires)\
            """)
                .param("id", id)
                .param("phoneHash", phoneHash)
                .param("keyId", phone.keyId())
                .param("nonce", phone.nonce())
                .param("ciphertext", phone.ciphertext())
                .param("codeHash", codeHash)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    @Override
    public Optional<Try> tried(UUID id, Instant now, int mostTries) {
        return jdbc.sql("""
            update one_time_code set tries = tries + 1
            where id = :id and used_at is null and expires_at > :now and tries < :most
            returning code_hash, key_id, nonce, ciphertext, tries\
            """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("most", mostTries)
                .query((row, _) -> new Try(
                        row.getBytes("code_hash"),
                        new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")),
                        mostTries - row.getInt("tries")))
                .optional();
    }

    @Override
    public boolean use(UUID id, Instant now) {
        return jdbc.sql("update one_time_code set used_at = :now where id = :id and used_at is null")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from one_time_code where requested_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
