package cn.bishui.complaints.key;

import java.util.List;
import org.springframework.stereotype.Component;

/** Seals, opens and authenticates with keys derived (HKDF) from the master key; older master keys still open what they sealed. */
@Component
public class Keys {

    Keys() {}

    /** HMAC-SHA256 of the parts, each with its length, under the current master key; 32 bytes. */
    public byte[] mac(Purpose purpose, byte[]... parts) {
        throw new UnsupportedOperationException();
    }

    /** The same under every master key, the current one first: for comparing with what was made before a rotation. */
    public List<byte[]> macs(Purpose purpose, byte[]... parts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Encrypts under the current master key.
     *
     * @param associated what it belongs to, as a row's id: it opens nowhere else
     */
    public Sealed seal(Purpose purpose, byte[] plain, byte[] associated) {
        throw new UnsupportedOperationException();
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException if its key is not known, or it was altered, or belongs elsewhere
     */
    public byte[] open(Purpose purpose, Sealed sealed, byte[] associated) {
        throw new UnsupportedOperationException();
    }

    /** Names the current master key, without telling anything of it. */
    public String currentId() {
        throw new UnsupportedOperationException();
    }
}
