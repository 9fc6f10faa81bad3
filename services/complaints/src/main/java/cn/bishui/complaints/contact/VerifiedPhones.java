package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import cn.bishui.complaints.key.Sealed;
import cn.bishui.contracts.RuleBroken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Makes and reads the tokens that prove a phone, for half an hour; who finds one in a page reads no number from it. */
@Service
public class VerifiedPhones {

    private static final Duration VALIDITY = Duration.ofMinutes(30);
    private static final int NONCE_BYTES = 12;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})\\.([\\w-]{40,200})");
    private static final byte[] NO_ROW = new byte[0];

    private final Keys keys;
    private final Clock clock;

    VerifiedPhones(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The phone that answered; code {@code contact.token-over}. */
    public Phone of(String token) {
        Matcher form = FORM.matcher(token.strip());
        if (!form.matches()) {
            throw over();
        }
        ByteBuffer content;
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(form.group(2));
            content = ByteBuffer.wrap(keys.open(
                    Purpose.VERIFIED_PHONE,
                    new Sealed(
                            form.group(1),
                            Arrays.copyOf(sealed, NONCE_BYTES),
                            Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length)),
                    NO_ROW));
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw over();
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(content.getLong()))) {
            throw over();
        }
        return new Phone(StandardCharsets.US_ASCII.decode(content).toString());
    }

    String token(Phone phone) {
        byte[] content = ByteBuffer.allocate(Long.BYTES + phone.number().length())
                .putLong(clock.instant().plus(VALIDITY).getEpochSecond())
                .put(phone.number().getBytes(StandardCharsets.US_ASCII))
                .array();
        Sealed sealed = keys.seal(Purpose.VERIFIED_PHONE, content, NO_ROW);
        byte[] bytes = ByteBuffer.allocate(sealed.nonce().length + sealed.ciphertext().length)
                .put(sealed.nonce())
                .put(sealed.ciphertext())
                .array();
        return sealed.keyId() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RuleBroken over() {
        return RuleBroken.invalid("contact.token-over");
    }
}
