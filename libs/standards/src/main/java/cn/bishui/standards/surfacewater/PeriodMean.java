package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Rule;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a section had in a quarter or a year: the means of its months, and whether they are enough.
 *
 * @param name such as {@code 2026} or {@code 2026-Q1}
 * @param mean the means of the sampled months, item by item; null if no month was sampled
 * @param sampled the months that have a value
 * @param excused months without a value, and why they have none: ice, drought
 * @param lacking months without a value and without a reason
 * @param sufficiency whether the months are enough to judge by
 * @param rules by which that was judged
 */
public record PeriodMean(
        String name,
        @Nullable Sample mean,
        Set<YearMonth> sampled,
        Map<YearMonth, String> excused,
        Set<YearMonth> lacking,
        Sufficiency sufficiency,
        List<Rule> rules) {

    private static final int QUARTER = 3;

    /** Keeps copies in the order of time. */
    public PeriodMean {
        sampled = Collections.unmodifiableSet(new TreeSet<>(sampled));
        excused = Collections.unmodifiableMap(new TreeMap<>(excused));
        lacking = Collections.unmodifiableSet(new TreeSet<>(lacking));
        rules = List.copyOf(rules);
    }

    /** Whether there are months enough. */
    public enum Sufficiency {
        /** All months were sampled. */
        COMPLETE("数据完整"),
        /** Months lack for a good reason, and those that are there are enough. */
        ENOUGH("数据满足要求"),
        /** Months lack without a reason, though there would be enough of them. */
        GAPS("缺测"),
        /** There are too few. */
        TOO_FEW("数据不足");

        private final String zh;

        Sufficiency(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * The mean of a calendar year. All twelve months, or with reasons eight at least.
     *
     * @param months the sample or the monthly means of each month that has one
     * @param excused why other months have none
     * @throws IllegalArgumentException if a month is of another year, or as {@link SurfaceWater#mean}
     */
    public static PeriodMean year(
            SurfaceWater water, int year, Map<YearMonth, Sample> months, Map<YearMonth, String> excused) {
        List<YearMonth> all = Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(water.rule("year.months").count())
                .toList();
        return of(
                water,
                Integer.toString(year),
                all,
                months,
                excused,
                water.rule("year.months.ice").count(),
                List.of(water.rule("year.months"), water.rule("year.months.ice")));
    }

    /**
     * The mean of a quarter: two months at least.
     *
     * @param quarter 1 to 4
     * @throws IllegalArgumentException as {@link #year}
     */
    public static PeriodMean quarter(
            SurfaceWater water, int year, int quarter, Map<YearMonth, Sample> months, Map<YearMonth, String> excused) {
        List<YearMonth> all = Stream.iterate(
                        YearMonth.of(year, QUARTER * (quarter - 1) + 1), month -> month.plusMonths(1))
                .limit(QUARTER)
                .toList();
        return of(
                water,
                year + "-Q" + quarter,
                all,
                months,
                excused,
                water.rule("quarter.samples").count(),
                List.of(water.rule("quarter.samples")));
    }

    private static PeriodMean of(
            SurfaceWater water,
            String name,
            List<YearMonth> all,
            Map<YearMonth, Sample> months,
            Map<YearMonth, String> excused,
            int least,
            List<Rule> rules) {
        if (!all.containsAll(months.keySet())) {
            throw new IllegalArgumentException("A month is not of " + name + ": " + months.keySet());
        }
        Map<YearMonth, Sample> sampled = new TreeMap<>();
        months.forEach((month, sample) -> {
            if (!sample.values().isEmpty()) {
                sampled.put(month, sample);
            }
        });
        Map<YearMonth, String> reasons = new TreeMap<>(excused);
        reasons.keySet().retainAll(all);
        reasons.keySet().removeAll(sampled.keySet());
        Set<YearMonth> lacking = new TreeSet<>(all);
        lacking.removeAll(sampled.keySet());
        lacking.removeAll(reasons.keySet());
        String section =
                sampled.values().stream().map(Sample::section).findFirst().orElse(name);
        return new PeriodMean(
                name,
                sampled.isEmpty() ? null : water.mean(section, sampled.values()),
                sampled.keySet(),
                reasons,
                lacking,
                sufficiency(all.size(), sampled.size(), lacking.size(), least),
                rules);
    }

    private static Sufficiency sufficiency(int all, int sampled, int lacking, int least) {
        if (sampled == all) {
            return Sufficiency.COMPLETE;
        }
        if (sampled < least) {
            return Sufficiency.TOO_FEW;
        }
        return lacking == 0 ? Sufficiency.ENOUGH : Sufficiency.GAPS;
    }
}
