package cn.bishui.complaints.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals, opens and authenticates with keys derived from the master key. Master keys of before still open what was sealed
 * under them.
 */
@Component
public class Keys {

    private static final String VARIABLE = "BISHUI_COMPLAINTS_KEY";
    private static final String OLD_VARIABLE = "BISHUI_COMPLAINTS_OLD_KEYS";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<MasterKey> masters = new ArrayList<>();

    Keys(KeySettings settings) {
        if (settings.key().isBlank()) {
            throw MasterKey.unusable(VARIABLE + " is not set.");
        }
        masters.add(MasterKey.of(settings.key(), VARIABLE));
        settings.oldKeys().stream()
                .filter(key -> !key.isBlank())
                .map(key -> MasterKey.of(key, OLD_VARIABLE))
                .forEach(masters::add);
    }

    /** HMAC-SHA256 of the parts, each with its length, under the current master key; 32 bytes. */
    public byte[] mac(Purpose purpose, byte[]... parts) {
        return mac(masters.getFirst(), purpose, parts);
    }

    /** The same under every master key, the current one first: for comparing with what was made before a rotation. */
    public List<byte[]> macs(Purpose purpose, byte[]... parts) {
        return masters.stream().map(master -> mac(master, purpose, parts)).toList();
    }

    /**
     * Encrypts under the current master key.
     *
     * @param associated what it belongs to, as a row's id: it opens nowhere else
     */
    public Sealed seal(Purpose purpose, byte[] plain, byte[] associated) {
        MasterKey master = masters.getFirst();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Sealed(
                    master.id(),
                    nonce,
                    cipher(Cipher.ENCRYPT_MODE, master, purpose, nonce, associated)
                            .doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal for " + purpose, e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException if its key is not known, or it was altered, or belongs elsewhere
     */
    public byte[] open(Purpose purpose, Sealed sealed, byte[] associated) {
        MasterKey master = masters.stream()
                .filter(each -> each.id().equals(sealed.keyId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s: its key is neither in %s nor in %s".formatted(sealed, VARIABLE, OLD_VARIABLE)));
        try {
            return cipher(Cipher.DECRYPT_MODE, master, purpose, sealed.nonce(), associated)
                    .doFinal(sealed.ciphertext());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(sealed + " does not open: it was altered or belongs elsewhere", e);
        }
    }

    /** Names the current master key, without telling anything of it. */
    public String currentId() {
        return masters.getFirst().id();
    }

    private static Cipher cipher(int mode, MasterKey master, Purpose purpose, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, master.derived(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] mac(MasterKey master, Purpose purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(master.derived(purpose));
            for (byte[] part : parts) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC for " + purpose, e);
        }
    }
}
