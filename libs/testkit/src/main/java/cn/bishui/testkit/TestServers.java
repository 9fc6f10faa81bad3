package cn.bishui.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM, started when a test first needs them and stopped when it ends: in containers where Docker
 * answers, embedded where it does not. {@code BISHUI_TEST_SERVERS}, {@code docker} or {@code embedded}, says otherwise.
 */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable Servers started;

    private TestServers() {}

    /** Takes Kafka away, as a failure would; nothing that it acknowledged is lost. */
    public static void stopKafka() {
        started().stopKafka();
    }

    /** Brings Kafka back and returns when it is ready. */
    public static void startKafka() {
        started().startKafka();
    }

    /** Takes PostgreSQL away: connections break, what was committed is kept. */
    public static void stopPostgres() {
        started().stopPostgres();
    }

    /** Brings PostgreSQL back and returns when it is ready. */
    public static void startPostgres() {
        started().startPostgres();
    }

    /** An empty database of its own. */
    static Servers.Database newDatabase() {
        return started().newDatabase("it_" + DATABASES.incrementAndGet());
    }

    static String bootstrapServers() {
        return started().bootstrapServers();
    }

    private static synchronized Servers started() {
        Servers current = started;
        if (current == null) {
            current = Docker.ofThisMachine().isWanted() ? ContainerServers.start() : EmbeddedServers.start();
            started = current;
            Runtime.getRuntime().addShutdownHook(new Thread(current::stop, "stop-test-servers"));
        }
        return current;
    }
}
