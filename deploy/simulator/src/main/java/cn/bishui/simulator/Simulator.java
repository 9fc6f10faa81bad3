package cn.bishui.simulator;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plays the devices of a {@code devices.csv} against a centre until it is stopped. */
public final class Simulator implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final List<Thread> threads;

    private Simulator(List<Thread> threads) {
        this.threads = threads;
    }

    /**
     * Runs until SIGTERM; see {@code README.md} for the arguments. Ends with 2 if they are wrong.
     *
     * @param arguments the devices, the centre's address, options
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        Simulator simulator;
        try {
            simulator = start(Options.parse(List.of(arguments)), Clock.systemUTC());
        } catch (NoSuchFileException missing) {
            exit("There is no file " + missing.getFile());
            return;
        } catch (IOException | IllegalArgumentException wrong) {
            exit(wrong.getMessage() + System.lineSeparator() + Options.USAGE);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        simulator.join();
    }

    /** Starts a thread for each device. */
    static Simulator start(Options options, Clock clock) throws IOException {
        List<Registration> registrations = Registration.read(options.devices());
        if (registrations.isEmpty()) {
            throw new IllegalArgumentException(options.devices() + " has no device");
        }
        Profiles profiles = options.profiles() == null ? Profiles.shipped() : Profiles.read(options.profiles());
        List<Thread> threads = new ArrayList<>();
        for (Registration registration : registrations) {
            Signal signal = new Signal(options.seed(), registration.mn(), options.firstDay());
            Measurements measurements = new Measurements(profiles.of(registration), signal);
            Device device = new Device(registration, measurements, options, clock.withZone(options.zone()));
            threads.add(Thread.ofVirtual().name(registration.mn()).unstarted(device));
        }
        threads.forEach(Thread::start);
        Log.info("simulator", "plays " + threads.size() + " devices to " + options.host() + ":" + options.port());
        return new Simulator(threads);
    }

    private void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Stops every device; waits for them at most five seconds. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void exit(String sentence) {
        System.err.println(Objects.requireNonNull(sentence));
        System.exit(2);
    }
}
