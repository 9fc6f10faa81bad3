package cn.bishui.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks of JMH and tells the processor time of an operation beside its rate, since others may use the machine too. */
public final class JmhRunner {

    private JmhRunner() {}

    /**
     * Runs them.
     *
     * @param arguments those of JMH: a pattern for the names, and options ({@code -h} lists them)
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
    }
}
