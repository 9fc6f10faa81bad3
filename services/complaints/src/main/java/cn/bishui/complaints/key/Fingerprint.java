package cn.bishui.complaints.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the audit log keeps of words into which people write names: enough to see that they were not changed. */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 of a text, in hexadecimal digits. */
    public static String of(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
