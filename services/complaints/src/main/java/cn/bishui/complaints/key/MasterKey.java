package cn.bishui.complaints.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** One master key and what is derived from it (HKDF-SHA256, RFC 5869): an own key for each purpose, and a name. */
final class MasterKey {

    private static final int LENGTH = 32;
    private static final int ID_LENGTH = 4;
    private static final byte[] SALT = "bishui complaints v1".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final Map<Purpose, SecretKey> derived = new EnumMap<>(Purpose.class);

    private MasterKey(byte[] secret) throws GeneralSecurityException {
        KDF hkdf = KDF.getInstance("HKDF-SHA256");
        for (Purpose purpose : Purpose.values()) {
            derived.put(purpose, hkdf.deriveKey(purpose.algorithm(), parameters(secret, purpose.name(), LENGTH)));
        }
        id = HexFormat.of().formatHex(hkdf.deriveData(parameters(secret, "id", ID_LENGTH)));
    }

    /**
     * Reads a key.
     *
     * @param variable the environment variable it came in, for the operator
     * @throws KeyUnusable if it is not 32 bytes in base64
     */
    static MasterKey of(String base64, String variable) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            throw unusable(variable + " is not base64.");
        }
        if (secret.length != LENGTH) {
            throw unusable("%s holds %d bytes instead of %d.".formatted(variable, secret.length, LENGTH));
        }
        boolean oneByteOnly = true;
        for (byte each : secret) {
            oneByteOnly &= each == secret[0];
        }
        if (oneByteOnly) {
            throw unusable(variable + " is no random key.");
        }
        try {
            return new MasterKey(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
        }
    }

    static KeyUnusable unusable(String why) {
        return new KeyUnusable(
                why,
                "Set it to 32 random bytes in base64, as `openssl rand -base64 32` makes them, and keep it: what was"
                        + " sealed under a key is lost without it. Keys of before belong into"
                        + " BISHUI_COMPLAINTS_OLD_KEYS.");
    }

    private static HKDFParameterSpec parameters(byte[] secret, String info, int length) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .addSalt(SALT)
                .thenExpand(info.getBytes(StandardCharsets.US_ASCII), length);
    }

    /** Names the key; 8 hexadecimal digits that tell nothing of it. */
    String id() {
        return id;
    }

    SecretKey derived(Purpose purpose) {
        SecretKey key = derived.get(purpose);
        if (key == null) {
            throw new IllegalArgumentException("no key for " + purpose);
        }
        return key;
    }
}
