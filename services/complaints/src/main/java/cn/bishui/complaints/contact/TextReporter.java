package cn.bishui.complaints.contact;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.identity.HasIdentity;
import cn.bishui.complaints.identity.UsePhone;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a short message to who reported, whom nobody gets to see. */
@Service
public class TextReporter {

    private static final Duration OF_USE = Duration.ofDays(3);

    private final boolean offered;
    private final HasIdentity hasIdentity;
    private final UsePhone usePhone;
    private final SendSms sendSms;

    TextReporter(Optional<SmsGateway> gateway, HasIdentity hasIdentity, UsePhone usePhone, SendSms sendSms) {
        this.offered = gateway.isPresent();
        this.hasIdentity = hasIdentity;
        this.usePhone = usePhone;
        this.sendSms = sendSms;
    }

    /** Whether messages can be sent at all. */
    public boolean isOffered() {
        return offered;
    }

    /** Whether one can reach the reporter of a complaint. */
    public boolean reaches(UUID complaint) {
        return offered && hasIdentity.hasMobile(complaint);
    }

    /**
     * Sends it after the caller's transaction has committed; on record in the audit log, without the number.
     *
     * @param purpose why, as {@code answered}; for the audit log
     * @param by on whose behalf, {@link Actor#system} for a clock
     * @return false where no message can reach the reporter
     */
    @Transactional
    public boolean tell(UUID complaint, String text, String purpose, Actor by) {
        return tell(complaint, text, purpose, null, by);
    }

    /**
     * The same.
     *
     * @param about what {@link Undelivered} hears if it never goes out, null if nothing
     */
    @Transactional
    public boolean tell(UUID complaint, String text, String purpose, @Nullable UUID about, Actor by) {
        if (!offered) {
            return false;
        }
        Optional<Phone> phone = usePhone.of(complaint, purpose, by).map(Phone::of);
        phone.ifPresent(to -> sendSms.send(to, text, OF_USE, about));
        return phone.isPresent();
    }
}
