package cn.bishui.complaints.evidence;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Makes addresses under which evidence can be seen for ten minutes, for citizens who have shown number and secret. */
@Service
public class EvidenceLinks {

    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final Pattern FORM = Pattern.compile("(\\d{10,12})\\.([\\w-]{43})");

    private final Keys keys;
    private final Clock clock;

    EvidenceLinks(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** {@code /12369/evidence/<id>?t=…}. */
    public String of(UUID evidence) {
        String until = Long.toString(clock.instant().plus(VALIDITY).getEpochSecond());
        byte[] mac = keys.mac(Purpose.EVIDENCE_LINK, bytes(evidence.toString()), bytes(until));
        return "/12369/evidence/%s?t=%s.%s"
                .formatted(
                        evidence, until, Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    /** Whether this token opens that evidence now. */
    public boolean opens(UUID evidence, String token) {
        Matcher form = FORM.matcher(token);
        if (!form.matches()) {
            return false;
        }
        String until = form.group(1);
        byte[] mac = Base64.getUrlDecoder().decode(form.group(2));
        return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)))
                && keys.macs(Purpose.EVIDENCE_LINK, bytes(evidence.toString()), bytes(until)).stream()
                        .anyMatch(right -> MessageDigest.isEqual(right, mac));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
