package cn.bishui.complaints.contact;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a message up and says so to whoever has to tell it in another way, both or neither. */
@Service
class GiveUpSms {

    private final SmsQueue queue;
    private final Undelivered undelivered;
    private final Clock clock;

    GiveUpSms(SmsQueue queue, Undelivered undelivered, Clock clock) {
        this.queue = queue;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    @Transactional
    void giveUp(WaitingSms sms) {
        UUID about = sms.about();
        if (about != null) {
            undelivered.message(about);
        }
        queue.givenUp(sms.id(), clock.instant());
    }
}
