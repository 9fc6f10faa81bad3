package cn.bishui.complaints.contact.schedule;

import cn.bishui.complaints.contact.DeliverSms;
import cn.bishui.complaints.contact.SmsWaiting;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivers messages one after the other, as soon as the transaction that they belong to has committed. */
@Component
@EnableScheduling
class SmsWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmsWorker.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final DeliverSms deliverSms;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean inTrouble = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable Thread thread;

    SmsWorker(DeliverSms deliverSms) {
        this.deliverSms = deliverSms;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SmsWaiting waiting) {
        work.release();
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
    void forget() {
        deliverSms.forget();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name("sms").start(this::run);
        }
    }

    /** Lets the message be finished that is being handed over. */
    @Override
    public synchronized void stop() {
        running = false;
        work.release();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(STOP_LIMIT);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            int delivered = 0;
            try {
                delivered = deliverSms.deliver();
                if (inTrouble.compareAndSet(true, false)) {
                    log.info("messages are delivered again");
                }
            } catch (RuntimeException e) {
                if (inTrouble.compareAndSet(false, true)) {
                    log.warn("messages wait: {}", e.toString());
                }
            }
            if (delivered == 0) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
