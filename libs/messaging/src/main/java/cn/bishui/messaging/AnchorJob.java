package cn.bishui.messaging;

import cn.bishui.audit.AuditAnchors;
import cn.bishui.contracts.audit.AuditAnchored;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells the head of the service's audit chain to everybody, once an hour while it grows. */
final class AnchorJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AnchorJob.class);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final AuditAnchors anchors;
    private final Outbox outbox;
    private final String service;
    private @Nullable ScheduledExecutorService timer;
    private boolean failing;

    AnchorJob(AuditAnchors anchors, Outbox outbox, String service) {
        this.anchors = anchors;
        this.outbox = outbox;
        this.service = service;
    }

    @Override
    public synchronized void start() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("audit-anchor").daemon().factory());
            var _ = timer.scheduleWithFixedDelay(this::anchorQuietly, 1, 1, TimeUnit.MINUTES);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Anchors the chain if that is due. */
    void anchor() {
        anchors.anchorIfDue(
                INTERVAL,
                anchor -> outbox.append(
                        new AuditAnchored(service, anchor.entries(), anchor.hash(), anchor.anchoredAt())));
    }

    private void anchorQuietly() {
        try {
            anchor();
            failing = false;
        } catch (RuntimeException e) {
            // an exception here would end the timer
            if (!failing) {
                failing = true;
                log.warn("the audit chain could not be anchored, trying again every minute: {}", e.toString());
            }
        }
    }
}
