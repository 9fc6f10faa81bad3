package cn.bishui.monitoring.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * A device's password as it is kept: salted and hashed, so that it can be compared and not shown. HJ 212 sends it in
 * clear with each packet and allows six characters, so a costly hash would slow the intake and protect nothing.
 *
 * @param salt 16 random bytes
 * @param hash SHA-256 of salt and password
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record DevicePassword(byte[] salt, byte[] hash) {

    private static final int SALT_BYTES = 16;

    /** Seals a password. */
    public static DevicePassword seal(String clear, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new DevicePassword(salt, hash(salt, clear));
    }

    /** Whether this is the password, in the same time for every wrong one. */
    public boolean matches(String clear) {
        return MessageDigest.isEqual(hash, hash(salt, clear));
    }

    private static byte[] hash(byte[] salt, String clear) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(clear.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "DevicePassword[sealed]";
    }
}
