package cn.bishui.hj212.sm4;

import cn.bishui.hj212.BlockCipher;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) with one device's key, each block by itself as HJ 212-2025 6.4.2 has it; for any number of threads. */
public final class Sm4 implements BlockCipher {

    private final KeyParameter key;

    /**
     * With a key.
     *
     * @param key 16 bytes, which are copied
     */
    public Sm4(byte[] key) {
        if (key.length != BLOCK) {
            throw new IllegalArgumentException("A key of SM4 has 16 bytes");
        }
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] encrypt(byte[] blocks) {
        return crypt(blocks, true);
    }

    @Override
    public byte[] decrypt(byte[] blocks) {
        return crypt(blocks, false);
    }

    private byte[] crypt(byte[] blocks, boolean encrypt) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypt, key);
        byte[] made = new byte[blocks.length];
        for (int i = 0; i < blocks.length; i += BLOCK) {
            engine.processBlock(blocks, i, made, i);
        }
        return made;
    }
}
