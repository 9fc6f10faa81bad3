package cn.bishui.complaints.citizen;

import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Secrets;
import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Derives a complaint's secret from its id and a key that is not in the database, so that it can be told again to whom it was
 * told before, and read by nobody who has the database.
 */
@Service
class DerivedSecrets implements Secrets {

    /** Crockford's: no I, L, O, U, which are misread. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int BITS = 5;

    private final Keys keys;
    private final Complaints complaints;

    DerivedSecrets(Keys keys, Complaints complaints) {
        this.keys = keys;
        this.complaints = complaints;
    }

    @Override
    public String secretOf(UUID complaint) {
        List<String> possible = keys.macs(Purpose.TRACKING, bytes(complaint)).stream()
                .map(DerivedSecrets::written)
                .toList();
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        // told under an older key, it stays what it was
        return complaints
                .secretHash(complaint)
                .flatMap(hash -> possible.stream()
                        .filter(each -> MessageDigest.isEqual(hash, sha256(each)))
                        .findFirst())
                .orElseGet(possible::getFirst);
    }

    /** The first 80 bits in base 32. */
    static String written(byte[] mac) {
        StringBuilder secret = new StringBuilder(LENGTH);
        int held = 0;
        int bits = 0;
        for (int next = 0; secret.length() < LENGTH; ) {
            if (bits < BITS) {
                held = (held << Byte.SIZE | Byte.toUnsignedInt(mac[next++])) & 0xFFFF;
                bits += Byte.SIZE;
            }
            bits -= BITS;
            secret.append(DIGITS.charAt(held >> bits & 31));
        }
        return secret.toString();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
