package cn.bishui.hj212;

/**
 * The block cipher of one device, with its key: SM4 in ECB mode without padding (HJ 212-2025 6.4.2). Whoever has the keys
 * provides it; this library has no cipher of its own.
 */
public interface BlockCipher {

    /** Bytes in a block. */
    int BLOCK = 16;

    /** Encrypts whole blocks, each by itself. */
    byte[] encrypt(byte[] blocks);

    /** Decrypts whole blocks, each by itself. */
    byte[] decrypt(byte[] blocks);
}
