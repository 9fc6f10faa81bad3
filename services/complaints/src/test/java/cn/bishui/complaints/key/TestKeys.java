package cn.bishui.complaints.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Keys for tests that need no service. */
public final class TestKeys {

    private TestKeys() {}

    /** Keys of one master key; the same name, the same key. */
    public static Keys of(String current, String... old) {
        return new Keys(new KeySettings(
                base64(current), List.of(old).stream().map(TestKeys::base64).toList()));
    }

    private static String base64(String name) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
