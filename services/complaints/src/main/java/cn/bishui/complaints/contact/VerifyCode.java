package cn.bishui.complaints.contact;

import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the code that the reporter typed. */
@Service
public class VerifyCode {

    private static final int MOST_TRIES = 5;
    private static final Pattern FORM = Pattern.compile("\\d{6}");

    private final Codes codes;
    private final CodeSecrets secrets;
    private final VerifiedPhones verified;
    private final Clock clock;

    VerifyCode(Codes codes, CodeSecrets secrets, VerifiedPhones verified, Clock clock) {
        this.codes = codes;
        this.secrets = secrets;
        this.verified = verified;
        this.clock = clock;
    }

    /**
     * Compares; not to be called inside a transaction, so that a try stays counted. Codes {@code contact.code-form},
     * {@code contact.code-wrong}, {@code contact.code-over} (five minutes, five tries, used, or never sent).
     *
     * @return a token for the form's hidden field; see {@link VerifiedPhones}
     */
    @Transactional(propagation = Propagation.NEVER)
    public String verify(UUID request, String code) {
        String typed = code.replaceAll("\\s", "");
        if (!FORM.matcher(typed).matches()) {
            throw RuleBroken.invalid("contact.code-form");
        }
        Instant now = clock.instant();
        Codes.Try attempt =
                codes.tried(request, now, MOST_TRIES).orElseThrow(() -> RuleBroken.conflict("contact.code-over"));
        if (!secrets.matches(attempt.codeHash(), request, typed)) {
            throw attempt.triesLeft() > 0
                    ? RuleBroken.invalid("contact.code-wrong", attempt.triesLeft())
                    : RuleBroken.conflict("contact.code-over");
        }
        if (!codes.use(request, now)) {
            throw RuleBroken.conflict("contact.code-over");
        }
        return verified.token(secrets.open(attempt.phone(), request));
    }
}
