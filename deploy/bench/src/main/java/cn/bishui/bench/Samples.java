package cn.bishui.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What was measured of one phase: every request, none averaged away. */
final class Samples {

    private static final int SHOWN = 5;

    /** One request; times in nanoseconds, the beginning by the JVM's clock. */
    record Sample(String operation, long begin, long took, boolean right) {
        long end() {
            return begin + took;
        }
    }

    private final Queue<Sample> all = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

    void add(String operation, long begin, boolean right, String trouble) {
        all.add(new Sample(operation, begin, System.nanoTime() - begin, right));
        if (!right) {
            troubles.merge(operation + ": " + trouble, 1, Integer::sum);
        }
    }

    Collection<Sample> all() {
        return all;
    }

    long errors() {
        return all.stream().filter(sample -> !sample.right()).count();
    }

    /** Seconds from the first request's beginning to the last one's end. */
    double seconds() {
        long first = all.stream().mapToLong(Sample::begin).min().orElse(0);
        long last = all.stream().mapToLong(Sample::end).max().orElse(1);
        return (last - first) / 1e9;
    }

    /** A percentile of all requests, in milliseconds. */
    double percentile(double share) {
        return percentile(all, share);
    }

    static double percentile(Collection<Sample> samples, double share) {
        long[] sorted = samples.stream().mapToLong(Sample::took).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    /** A line for each kind of request. */
    String table() {
        StringBuilder table = new StringBuilder(
                "  %-28s %8s %6s %8s %8s %8s %8s%n".formatted("ms", "requests", "errors", "p50", "p95", "p99", "max"));
        Map<String, List<Sample>> kinds = all.stream().collect(Collectors.groupingBy(Sample::operation));
        kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> table.append(line(kind.getKey(), kind.getValue())));
        table.append(line("all", all));
        troubles.entrySet().stream()
                .limit(SHOWN)
                .forEach(trouble -> table.append("  ! %d x %s%n".formatted(trouble.getValue(), trouble.getKey())));
        return table.toString();
    }

    private static String line(String name, Collection<Sample> samples) {
        return "  %-28s %8d %6d %8.1f %8.1f %8.1f %8.1f%n"
                .formatted(
                        name,
                        samples.size(),
                        samples.stream().filter(sample -> !sample.right()).count(),
                        percentile(samples, 0.5),
                        percentile(samples, 0.95),
                        percentile(samples, 0.99),
                        percentile(samples, 1));
    }

    /** The 95th percentile of each second, in milliseconds. */
    double[] p95BySecond() {
        long first = all.stream().mapToLong(Sample::begin).min().orElse(0);
        Map<Long, List<Sample>> seconds =
                all.stream().collect(Collectors.groupingBy(sample -> (sample.end() - first) / 1_000_000_000L));
        double[] p95 = new double
                [1 + seconds.keySet().stream().mapToInt(Long::intValue).max().orElse(0)];
        Arrays.setAll(p95, second -> percentile(seconds.getOrDefault((long) second, List.of()), 0.95));
        return p95;
    }
}
