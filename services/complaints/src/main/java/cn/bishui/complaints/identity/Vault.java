package cn.bishui.complaints.identity;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import cn.bishui.complaints.key.Sealed;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals identities for their complaint, and opens them. */
@Component
class Vault {

    private final Keys keys;

    Vault(Keys keys) {
        this.keys = keys;
    }

    Sealed seal(UUID complaint, Identity identity) {
        return keys.seal(Purpose.IDENTITY, identity.bytes(), bytes(complaint));
    }

    Identity open(KeptIdentity kept) {
        return Identity.of(keys.open(Purpose.IDENTITY, kept.sealed(), bytes(kept.complaint())));
    }

    String currentKey() {
        return keys.currentId();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
