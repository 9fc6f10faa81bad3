package cn.bishui.complaints.key;

/**
 * Something encrypted with AES-256-GCM.
 *
 * @param keyId names the master key it was sealed under
 * @param nonce 12 bytes, never used twice
 * @param ciphertext with its 16 bytes of tag
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {

    @Override
    public String toString() {
        return "sealed under " + keyId;
    }
}
