package cn.bishui.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Starts the listeners, and goes on trying while Kafka's clients cannot be made: a client asks for its token when it is made,
 * and a service may start before the login server does. Spring's registry would end the service instead.
 */
final class ListenerStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Supplier<List<? extends Lifecycle>> listeners;
    private volatile boolean running;
    private boolean waiting;
    private @Nullable Thread trying;

    /**
     * @param listeners what is to be started; each stops by itself
     */
    ListenerStart(Supplier<List<? extends Lifecycle>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            if (!startAll()) {
                trying = Thread.ofVirtual().name("listener-start").start(this::goOnTrying);
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = trying;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(STOP_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            trying = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything listeners need, and stopped before they are. */
    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE + 1;
    }

    private void goOnTrying() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (running && !startAll());
        } catch (InterruptedException e) {
            // asked to stop
        } catch (RuntimeException e) {
            log.error("listeners cannot be started", e);
        }
    }

    private boolean startAll() {
        for (Lifecycle each : listeners.get()) {
            if (running && !each.isRunning() && !starts(each)) {
                return false;
            }
        }
        if (waiting && running) {
            waiting = false;
            log.info("listeners have started");
        }
        return true;
    }

    private boolean starts(Lifecycle listener) {
        try {
            listener.start();
            if (listener instanceof AbstractMessageListenerContainer<?, ?> container) {
                // whoever stops and starts the registry from now on, stops and starts it
                container.setAutoStartup(true);
            }
            return true;
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            // it counts as running, with what it could not start
            listener.stop();
            if (!waiting) {
                waiting = true;
                log.warn(
                        "listeners wait, Kafka's client cannot be made: {}",
                        rootOf(e).toString());
            }
            return false;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
