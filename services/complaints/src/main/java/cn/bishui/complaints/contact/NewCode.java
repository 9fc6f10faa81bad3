package cn.bishui.complaints.contact;

import cn.bishui.contracts.RuleBroken;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a code and the message that brings it: one a minute and five a day for each phone. */
@Service
class NewCode {

    static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 5;
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Codes codes;
    private final CodeSecrets secrets;
    private final SendSms sendSms;
    private final Clock clock;

    NewCode(Codes codes, CodeSecrets secrets, SendSms sendSms, Clock clock) {
        this.codes = codes;
        this.secrets = secrets;
        this.sendSms = sendSms;
        this.clock = clock;
    }

    @Transactional
    UUID send(Phone phone, Locale locale) {
        Instant now = clock.instant();
        byte[] phoneHash = secrets.hash(phone);
        List<Instant> before = codes.requestsLocked(phoneHash, now.minus(DAY));
        if (!before.isEmpty() && before.getFirst().plus(PAUSE).isAfter(now)) {
            Duration wait = Duration.between(now, before.getFirst().plus(PAUSE));
            throw RuleBroken.tooMany(
                    "contact.too-soon", wait, wait.plusMillis(999).toSeconds());
        }
        if (before.size() >= MOST_A_DAY) {
            Duration wait = Duration.between(now, before.get(MOST_A_DAY - 1).plus(DAY));
            throw RuleBroken.tooMany("contact.too-many-today", wait, MOST_A_DAY);
        }
        UUID id = UUID.randomUUID();
        String code = "%06d".formatted(random.nextInt(CODES));
        codes.add(id, phoneHash, secrets.seal(phone, id), secrets.hash(id, code), now, now.plus(VALIDITY));
        sendSms.send(phone, text(code, locale), VALIDITY);
        return id;
    }

    private static String text(String code, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "privacy",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString("contact.sms.code"), code, VALIDITY.toMinutes());
    }
}
