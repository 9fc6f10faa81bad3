package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts the keys of devices for the database, by AES-256-GCM under the service's own key. A sealed key opens for its device
 * only, and names what it was sealed under, so that the service's key can be changed.
 */
@Component
public class KeySafe {

    private static final String VARIABLE = "BISHUI_MONITORING_KEY";
    private static final String OLD_VARIABLE = "BISHUI_MONITORING_OLD_KEYS";
    private static final int LENGTH = 32;

    /** Of 32 random bytes some 30 are different. */
    private static final int FEW_BYTES = 8;

    private static final int NAME_BYTES = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final @Nullable String current;

    /** @throws IllegalStateException if a key is given that is none: the service does not start */
    KeySafe(KeySettings settings) {
        current = settings.key().isBlank() ? null : add(settings.key(), VARIABLE);
        settings.oldKeys().stream().filter(key -> !key.isBlank()).forEach(key -> add(key, OLD_VARIABLE));
    }

    /**
     * Something encrypted.
     *
     * @param under names the service's key; tells nothing of it
     * @param bytes nonce, cipher text and tag
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sealed(String under, byte[] bytes) {

        @Override
        public String toString() {
            return "sealed under " + under;
        }
    }

    /**
     * Encrypts a device's key.
     *
     * @throws RuleBroken with code {@code device.key-not-configured} where the service has no key of its own
     */
    public Sealed seal(String mn, DeviceKey key) {
        if (current == null) {
            throw RuleBroken.conflict("device.key-not-configured", VARIABLE);
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] text =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, mn).doFinal(key.bytes());
            byte[] sealed = Arrays.copyOf(nonce, NONCE + text.length);
            System.arraycopy(text, 0, sealed, NONCE, text.length);
            return new Sealed(current, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a device's key could not be sealed", e);
        }
    }

    /** Decrypts a device's key; empty if it was sealed under another, was altered, or belongs to another device. */
    public Optional<DeviceKey> open(String mn, Sealed sealed) {
        SecretKey key = keys.get(sealed.under());
        if (key == null || sealed.bytes().length < NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeviceKey(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed.bytes(), NONCE), mn)
                    .doFinal(sealed.bytes(), NONCE, sealed.bytes().length - NONCE)));
        } catch (GeneralSecurityException alteredOrOfAnother) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, @Nullable SecretKey key, byte[] nonce, String mn)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(mn.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Takes a key of the service; its name. */
    private String add(String base64, String variable) {
        byte[] secret = decoded(base64, variable);
        if (secret.length != LENGTH) {
            throw unusable(variable, "holds " + secret.length + " bytes instead of " + LENGTH);
        }
        if (IntStream.range(0, LENGTH).map(i -> secret[i]).distinct().count() < FEW_BYTES) {
            throw unusable(variable, "is no random key");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            String name = HexFormat.of().formatHex(mac.doFinal(bytes("name")), 0, NAME_BYTES);
            keys.put(name, new SecretKeySpec(mac.doFinal(bytes("keys of devices")), "AES"));
            return name;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }

    private static byte[] decoded(String base64, String variable) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            throw unusable(variable, "is not base64");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static IllegalStateException unusable(String variable, String why) {
        return new IllegalStateException(variable + " " + why
                + ". Set it to 32 random bytes in base64, as `openssl rand -base64 32` makes them, and keep it: the keys of"
                + " devices are lost without it. Leave it empty where no device encrypts.");
    }
}
