package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.uuid;
import static java.util.Objects.requireNonNull;

import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.Requests;
import cn.bishui.contracts.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per key; what was asked for is kept as a hash, since it names the reporter. */
@Repository
class JdbcRequests implements Requests {

    private final JdbcClient jdbc;

    JdbcRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> keep(RequestKey key, UUID complaint, Instant at) {
        byte[] keyHash = hash(key.key());
        byte[] requestHash = hash(key.request());
        int kept = jdbc.sql("""
                        insert into intake_key (key_hash, request_hash, complaint, at)
                        values (:key, :request, :complaint, :at) on conflict do nothing""")
                .param("key", keyHash)
                .param("request", requestHash)
                .param("complaint", complaint)
                .param("at", Timestamp.from(at))
                .update();
        if (kept == 1) {
            return Optional.empty();
        }
        return complaintOf(keyHash, requestHash);
    }

    @Override
    public Optional<UUID> find(RequestKey key) {
        return complaintOf(hash(key.key()), hash(key.request()));
    }

    private Optional<UUID> complaintOf(byte[] keyHash, byte[] requestHash) {
        return jdbc.sql("select request_hash, complaint from intake_key where key_hash = :key")
                .param("key", keyHash)
                .query((row, _) -> {
                    if (!MessageDigest.isEqual(requestHash, requireNonNull(row.getBytes("request_hash")))) {
                        throw RuleBroken.conflict("complaint.request-differs");
                    }
                    return uuid(row, "complaint");
                })
                .optional();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
