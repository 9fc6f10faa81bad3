package cn.bishui.local;

import cn.bishui.embedded.Server;
import cn.bishui.embedded.ServerFailed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts again whatever ends by itself, and stops everything in the end. A part that ends again and again is left alone
 * after a while, because something is wrong with it that starting does not mend.
 */
final class Supervisor {

    private static final int RESTARTS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Progress progress;
    private final List<Server> watched = new ArrayList<>();
    private final Map<Server, Deque<Long>> restarts = new HashMap<>();
    private final LinkedBlockingQueue<Server> ended = new LinkedBlockingQueue<>();
    private volatile boolean stopping;

    Supervisor(Progress progress) {
        this.progress = progress;
    }

    /** Starts a part and watches it from then on. */
    void start(Server part) {
        synchronized (watched) {
            watched.add(part);
        }
        part.start();
        watch(part);
    }

    private void watch(Server part) {
        CompletableFuture<?> _ = part.onExit().whenComplete((exit, failure) -> {
            if (!stopping) {
                ended.add(part);
            }
        });
    }

    /** Watches until {@link #stop} is called; returns then. */
    void watchUntilStopped() throws InterruptedException {
        while (!stopping) {
            Server part = ended.poll(500, TimeUnit.MILLISECONDS);
            if (part != null && !stopping) {
                // Others may end meanwhile and are started side by side.
                Thread.ofVirtual().name("restart-" + part.name()).start(() -> restart(part));
            }
        }
    }

    private void restart(Server part) {
        if (!allowed(part)) {
            progress.say("%s ended %d times in %d minutes and is not started again; see its log."
                    .formatted(part.name(), RESTARTS + 1, WITHIN.toMinutes()));
            return;
        }
        long start = System.nanoTime();
        try {
            part.start();
            watch(part);
            progress.done(part.name() + ", started again", Duration.ofNanos(System.nanoTime() - start));
            if (stopping) {
                part.stop();
            }
        } catch (ServerFailed e) {
            if (!stopping) {
                progress.say(part.name() + " ended and did not start again: " + e.getMessage());
                part.stop();
                ended.add(part);
            }
        }
    }

    private boolean allowed(Server part) {
        synchronized (restarts) {
            Deque<Long> times = restarts.computeIfAbsent(part, first -> new ArrayDeque<>());
            long now = System.nanoTime();
            while (!times.isEmpty() && now - Objects.requireNonNull(times.peekFirst()) > WITHIN.toNanos()) {
                times.removeFirst();
            }
            times.addLast(now);
            return times.size() <= RESTARTS;
        }
    }

    /** Whether somebody asked for the end. */
    boolean stopping() {
        return stopping;
    }

    /** Stops every part, the last started first; services side by side. */
    void stop() {
        stopping = true;
        List<Server> parts;
        synchronized (watched) {
            parts = new ArrayList<>(watched);
        }
        Collections.reverse(parts);
        var side = new ArrayList<Thread>();
        for (Server part : parts) {
            if (part instanceof Service || part instanceof Simulator) {
                side.add(Thread.ofVirtual().start(() -> stop(part)));
            }
        }
        for (Thread thread : side) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        parts.stream()
                .filter(part -> !(part instanceof Service || part instanceof Simulator))
                .forEach(this::stop);
    }

    private void stop(Server part) {
        try {
            part.stop();
        } catch (ServerFailed e) {
            progress.say(part.name() + " could not be stopped: " + e.getMessage());
        }
    }
}
