package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import cn.bishui.complaints.key.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals phone and text together while a message waits. */
@Component
class SmsSeal {

    private static final int NUMBER_LENGTH = 11;

    private final Keys keys;

    SmsSeal(Keys keys) {
        this.keys = keys;
    }

    /** What is in a message. */
    record Content(Phone phone, String text) {

        @Override
        public String toString() {
            return "Content[…]";
        }
    }

    Sealed seal(UUID id, Phone phone, String text) {
        return keys.seal(
                Purpose.MESSAGE, (phone.number() + text).getBytes(StandardCharsets.UTF_8), CodeSecrets.bytes(id));
    }

    Content open(UUID id, Sealed sealed) {
        String content = new String(keys.open(Purpose.MESSAGE, sealed, CodeSecrets.bytes(id)), StandardCharsets.UTF_8);
        return new Content(new Phone(content.substring(0, NUMBER_LENGTH)), content.substring(NUMBER_LENGTH));
    }
}
