package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The water quality index of a city (CWQI, 环办监测[2017]51号). What comes in from upstream is not deducted.
 *
 * @param city its name
 * @param rivers the index of its rivers; null if it has none
 * @param lakes the index of its lakes; null if it has none
 * @param value the index: the mean of both, weighted by their numbers of sections, to 4 decimals
 * @param rules by which it was formed
 */
public record CityIndex(
        String city, @Nullable WaterIndex rivers, @Nullable WaterIndex lakes, BigDecimal value, List<Rule> rules) {

    private static final int CHANGE_DECIMALS = 2;
    private static final int CHANGE_PRECISION = 12;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Keeps a copy. */
    public CityIndex {
        rules = List.copyOf(rules);
    }

    /**
     * The place of a city in a ranking; equal values share a place.
     *
     * @param rank from 1, the best
     * @param city its name
     * @param value what it was ranked by
     */
    public record Ranked(int rank, String city, BigDecimal value) {}

    /**
     * How the index of a city changed.
     *
     * @param city its name
     * @param before index in the earlier period
     * @param now index in the later period
     * @param percent (now - before) / before in percent, to 2 decimals; negative is better
     * @param exempt whether it is left out of the ranking, being good already
     */
    public record Change(String city, BigDecimal before, BigDecimal now, BigDecimal percent, boolean exempt) {}

    /**
     * Whether a city is left out of the ranking of change, being good already.
     *
     * @param against what speaks against it, section by section; it is left out if nothing does
     * @param rule by which that was judged
     */
    public record Exemption(List<String> against, Rule rule) {

        /** Keeps a copy. */
        public Exemption {
            against = List.copyOf(against);
        }

        /** Whether the city is left out. */
        public boolean isExempt() {
            return against.isEmpty();
        }
    }

    /**
     * The index of a city.
     *
     * @param samples of its sections in one period, rivers and lakes; those without a value are left out
     * @throws IllegalArgumentException if no sample has a value, or as {@link WaterIndex#of}
     */
    public static CityIndex of(SurfaceWater water, String city, Collection<Sample> samples) {
        WaterIndex rivers = part(water, samples, WaterType.RIVER);
        WaterIndex lakes = part(water, samples, WaterType.LAKE);
        if (rivers == null && lakes == null) {
            throw new IllegalArgumentException(city + " has no section with a value");
        }
        BigDecimal sum = BigDecimal.ZERO;
        int sections = 0;
        for (WaterIndex each : new WaterIndex[] {rivers, lakes}) {
            if (each != null) {
                sum = sum.add(each.value().multiply(BigDecimal.valueOf(each.sections())));
                sections += each.sections();
            }
        }
        return new CityIndex(
                city,
                rivers,
                lakes,
                sum.divide(BigDecimal.valueOf(sections), WaterIndex.DECIMALS, RoundingMode.HALF_EVEN),
                List.of(water.rule("index.items"), water.rule("index.city")));
    }

    /** Cities from the best to the worst, by their index. */
    public static List<Ranked> rank(Collection<CityIndex> cities) {
        return ranked(cities.stream()
                .map(each -> new Ranked(0, each.city(), each.value()))
                .toList());
    }

    /**
     * How a city changed from one period to the next.
     *
     * @param exempt whether it is left out of the ranking; see {@link #exemption}
     * @throws IllegalArgumentException if the earlier index is zero
     */
    public static Change change(String city, BigDecimal before, BigDecimal now, boolean exempt) {
        if (before.signum() == 0) {
            throw new IllegalArgumentException("There is no change from an index of zero");
        }
        BigDecimal percent = now.subtract(before)
                .multiply(HUNDRED)
                .divide(before, CHANGE_PRECISION, RoundingMode.HALF_EVEN)
                .setScale(CHANGE_DECIMALS, RoundingMode.HALF_EVEN);
        return new Change(city, before, now, percent, exempt);
    }

    /** Cities from the most improved to the least, without those that are exempt. */
    public static List<Ranked> rankChanges(Collection<Change> changes) {
        return ranked(changes.stream()
                .filter(each -> !each.exempt())
                .map(each -> new Ranked(0, each.city(), each.percent()))
                .toList());
    }

    /**
     * Whether a city is left out of the ranking of change: all its sections are in class II or better in both periods, and meet
     * their targets in the later one.
     *
     * @param before the sections of the earlier period
     * @param now the sections of the later period
     * @param targets whether they meet the classes they ought to have
     */
    public static Exemption exemption(
            SurfaceWater water,
            Collection<SectionAssessment> before,
            Collection<SectionAssessment> now,
            Collection<Compliance> targets) {
        Rule rule = water.rule("index.change.exempt");
        WaterClass worst = WaterClass.of(rule.count());
        List<String> against = new ArrayList<>();
        for (Collection<SectionAssessment> period : List.of(before, now)) {
            if (period.isEmpty()) {
                against.add("没有断面");
            }
            for (SectionAssessment each : period) {
                WaterClass found = each.waterClass();
                if (found == null || found.isWorseThan(worst)) {
                    against.add(each.sample().section() + ": " + each.wording());
                }
            }
        }
        for (Compliance each : targets) {
            if (each.verdict() != Verdict.MEETS) {
                against.add(each.sample().section() + ": " + each.verdict().zh());
            }
        }
        return new Exemption(against, rule);
    }

    private static @Nullable WaterIndex part(SurfaceWater water, Collection<Sample> samples, WaterType type) {
        List<Sample> ofType = samples.stream()
                .filter(each -> each.type() == type && !each.values().isEmpty())
                .toList();
        return ofType.isEmpty() ? null : WaterIndex.of(water, ofType);
    }

    private static List<Ranked> ranked(List<Ranked> cities) {
        List<Ranked> sorted = cities.stream()
                .sorted(Comparator.comparing(Ranked::value).thenComparing(Ranked::city))
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        Ranked last = null;
        for (Ranked each : sorted) {
            boolean same = last != null && last.value().compareTo(each.value()) == 0;
            int rank = same ? Objects.requireNonNull(last).rank() : ranked.size() + 1;
            last = new Ranked(rank, each.city(), each.value());
            ranked.add(last);
        }
        return List.copyOf(ranked);
    }
}
