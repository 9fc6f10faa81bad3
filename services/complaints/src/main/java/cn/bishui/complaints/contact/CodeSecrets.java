package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import cn.bishui.complaints.key.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hashes codes and phones, and seals phones, each for its request. */
@Component
class CodeSecrets {

    private final Keys keys;

    CodeSecrets(Keys keys) {
        this.keys = keys;
    }

    byte[] hash(Phone phone) {
        return keys.mac(Purpose.CODE, ascii("phone"), ascii(phone.number()));
    }

    byte[] hash(UUID request, String code) {
        return keys.mac(Purpose.CODE, ascii("code"), bytes(request), ascii(code));
    }

    boolean matches(byte[] hash, UUID request, String code) {
        List<byte[]> right = keys.macs(Purpose.CODE, ascii("code"), bytes(request), ascii(code));
        return right.stream().anyMatch(each -> MessageDigest.isEqual(each, hash));
    }

    Sealed seal(Phone phone, UUID request) {
        return keys.seal(Purpose.MESSAGE, ascii(phone.number()), bytes(request));
    }

    Phone open(Sealed sealed, UUID request) {
        return new Phone(new String(keys.open(Purpose.MESSAGE, sealed, bytes(request)), StandardCharsets.US_ASCII));
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
