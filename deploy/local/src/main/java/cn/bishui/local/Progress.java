package cn.bishui.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the keyboard what is done and how long it took, one line per step. */
final class Progress {

    private static final int NAME_WIDTH = 34;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Runs a step and prints its line when it is done. */
    void step(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        done(name, Duration.ofNanos(System.nanoTime() - start));
    }

    synchronized void done(String name, Duration time) {
        String dots = ".".repeat(Math.max(3, NAME_WIDTH - name.length()));
        say(String.format(Locale.ROOT, "  %s %s %5.1f s", name, dots, time.toMillis() / 1000.0));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
