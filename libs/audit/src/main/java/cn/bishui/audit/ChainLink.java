package cn.bishui.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log with what binds it to the row before.
 *
 * <p>The hash is SHA-256 over the fields in the order of the table, the row's own hash left out. Each field is written
 * as a netstring ({@code <length in bytes>:<UTF-8>,}), an absent one as {@code -,}, so that no two different rows read
 * alike; the moment is written in ISO 8601. An auditor can recompute it with any tool.
 */
record ChainLink(
        long seq,
        Instant at,
        String actor,
        @Nullable String bureau,
        @Nullable String unit,
        String action,
        String subject,
        String details,
        String prevHash,
        String hash) {

    static final String GENESIS = "0".repeat(64);

    /** The hash that these fields must have. */
    String expectedHash() {
        return hashAt(seq);
    }

    /** The hash that this row would have at another place of the chain. */
    String hashAt(long place) {
        MessageDigest digest = sha256();
        add(digest, Long.toString(place));
        add(digest, at.toString());
        add(digest, actor);
        add(digest, bureau);
        add(digest, unit);
        add(digest, action);
        add(digest, subject);
        add(digest, details);
        add(digest, prevHash);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same row with the hash that it must have. */
    ChainLink sealed() {
        return new ChainLink(seq, at, actor, bureau, unit, action, subject, details, prevHash, expectedHash());
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update("-,".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
