package cn.bishui.complaints.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Hands waiting messages to the gateway. Whoever dies between handing one over and noting it lets another hand it over again,
 * under the same id; none is lost.
 */
@Service
public class DeliverSms {

    private static final Logger log = LoggerFactory.getLogger(DeliverSms.class);

    private static final int SOME = 10;

    /** Longer than handing over some can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Optional<SmsGateway> gateway;
    private final SmsQueue queue;
    private final SmsSeal seal;
    private final GiveUpSms giveUpSms;
    private final Codes codes;
    private final Clock clock;

    DeliverSms(
            Optional<SmsGateway> gateway, SmsQueue queue, SmsSeal seal, GiveUpSms giveUpSms, Codes codes, Clock clock) {
        this.gateway = gateway;
        this.queue = queue;
        this.seal = seal;
        this.giveUpSms = giveUpSms;
        this.codes = codes;
        this.clock = clock;
    }

    /** Hands over some of those that are due; returns how many there were. */
    public int deliver() {
        Instant now = clock.instant();
        List<WaitingSms> due = queue.take(now, now.plus(LEASE), SOME);
        due.forEach(sms -> gateway.ifPresentOrElse(to -> deliver(to, sms), () -> keep(sms)));
        return gateway.isPresent() ? due.size() : 0;
    }

    /** Forgets codes of before yesterday and messages done a month ago. */
    public void forget() {
        codes.forget(clock.instant().minus(Duration.ofDays(2)));
        queue.forget(clock.instant().minus(KEPT));
    }

    private void deliver(SmsGateway to, WaitingSms sms) {
        if (clock.instant().isAfter(sms.until())) {
            giveUp(sms);
            return;
        }
        try {
            SmsSeal.Content content = seal.open(sms.id(), sms.content());
            to.send(sms.id(), content.phone(), content.text());
            queue.sent(sms.id(), clock.instant());
        } catch (RuntimeException e) {
            failed(sms, e);
        }
    }

    /** Where there is no gateway any more: another may be set up in time. */
    private void keep(WaitingSms sms) {
        Instant due = clock.instant().plus(LAST_RETRY);
        if (due.isAfter(sms.until())) {
            giveUp(sms);
        } else {
            queue.retry(sms.id(), due);
        }
    }

    private void failed(WaitingSms sms, RuntimeException why) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.clamp(sms.attempts() - 1L, 0, MOST_DOUBLINGS));
        Instant due = clock.instant().plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
        if (due.isAfter(sms.until())) {
            giveUp(sms);
        } else {
            queue.retry(sms.id(), due);
        }
        if (sms.attempts() == 1) {
            log.warn("message {} was not taken, trying again: {}", sms.id(), why.toString());
        }
    }

    private void giveUp(WaitingSms sms) {
        try {
            giveUpSms.giveUp(sms);
            log.error("message {} was never taken in {} attempts and is of no use any more", sms.id(), sms.attempts());
        } catch (RuntimeException e) {
            queue.retry(sms.id(), clock.instant().plus(LAST_RETRY));
            log.error("message {} cannot be given up, trying again: {}", sms.id(), e.toString());
        }
    }
}
