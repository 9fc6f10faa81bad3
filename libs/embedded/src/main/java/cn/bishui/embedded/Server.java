package cn.bishui.embedded;

import java.util.concurrent.CompletableFuture;

/** A server that runs as a child process and can be started again after it ended. */
public interface Server extends AutoCloseable {

    /** What messages call it. */
    String name();

    /** Starts it and returns when it is ready; throws {@link ServerFailed} when it does not get there. */
    void start();

    /** Stops it in good order, by force when it takes too long; does nothing when it does not run. */
    void stop();

    /** Stops what a killed run left of it; does nothing when there is nothing. */
    void stopStale();

    /** Whether its process runs. */
    boolean isAlive();

    /** Completes when the process that runs now ends. */
    CompletableFuture<?> onExit();

    @Override
    default void close() {
        stop();
    }
}
