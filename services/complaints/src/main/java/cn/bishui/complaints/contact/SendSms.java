package cn.bishui.complaints.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a message where it waits until the caller's transaction has committed. */
@Service
class SendSms {

    private final SmsQueue queue;
    private final SmsSeal seal;
    private final Clock clock;

    SendSms(SmsQueue queue, SmsSeal seal, Clock clock) {
        this.queue = queue;
        this.seal = seal;
        this.clock = clock;
    }

    /** Sends it; tried again for as long as it is of use. */
    @Transactional(propagation = Propagation.MANDATORY)
    void send(Phone phone, String text, Duration ofUse) {
        send(phone, text, ofUse, null);
    }

    /**
     * The same.
     *
     * @param about what {@link Undelivered} hears if it never goes out, null if nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void send(Phone phone, String text, Duration ofUse, @Nullable UUID about) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        queue.add(id, seal.seal(id, phone, text), now, now.plus(ofUse), about);
    }
}
