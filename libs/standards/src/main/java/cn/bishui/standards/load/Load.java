package cn.bishui.standards.load;

import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of a pollutant flowed in a period: the sum of concentration times water. What is missing is named and not made
 * up.
 *
 * @param period such as {@code 2026-03-01}, {@code 2026-03}, {@code 2026}
 * @param kilograms of the pollutant, exact
 * @param substitutedKilograms of them by substituted concentrations
 * @param cubicMetres of water that the kilograms were carried by
 * @param cubicMetresWithout of water without a concentration: its load is missing
 * @param counted values that were counted, substituted ones not among them
 * @param expected values that ought to be there: one for each hour with water
 * @param validity whether there are valid values enough
 * @param missing what has no value: hours, days, months
 * @param rule by which the validity was judged
 */
public record Load(
        String period,
        BigDecimal kilograms,
        BigDecimal substitutedKilograms,
        BigDecimal cubicMetres,
        BigDecimal cubicMetresWithout,
        int counted,
        int expected,
        Validity validity,
        List<String> missing,
        Rule rule) {

    private static final int HOURS = 24;
    private static final int THOUSAND = 3;
    private static final int MEAN_DECIMALS = 6;
    private static final int PERCENT = 100;

    /** Keeps a copy. */
    public Load {
        missing = List.copyOf(missing);
    }

    /** Whether there are valid values enough. */
    public enum Validity {
        /** Enough of them. */
        VALID("有效"),
        /** Too few. */
        TOO_FEW("有效数据不足"),
        /** There was no water, so there is nothing to measure. */
        NO_DISCHARGE("未排放");

        private final String zh;

        Validity(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * The water of a period in m³.
     *
     * @param litresPerSecond mean flow, as devices send it ({@code w00000})
     */
    public static BigDecimal cubicMetres(BigDecimal litresPerSecond, Duration period) {
        return litresPerSecond.multiply(BigDecimal.valueOf(period.toMillis())).movePointLeft(THOUSAND + THOUSAND);
    }

    /** The load of one amount of water in kg: mg/L times m³ is grams. */
    public static BigDecimal kilograms(BigDecimal milligramsPerLitre, BigDecimal cubicMetres) {
        return milligramsPerLitre.multiply(cubicMetres).movePointLeft(THOUSAND);
    }

    /**
     * The load of a day. An hour without water wants no value; one that is not there at all is missing.
     *
     * @param hours of the day, in any order
     * @throws IllegalArgumentException if an hour is there twice
     */
    public static Load day(LocalDate day, Collection<HourlyDischarge> hours, Rules rules) {
        List<HourlyDischarge> sorted = hours.stream()
                .sorted(Comparator.comparingInt(HourlyDischarge::hour))
                .toList();
        Set<Integer> there = new HashSet<>();
        Sums sums = new Sums();
        List<String> missing = new ArrayList<>();
        int expected = 0;
        for (HourlyDischarge each : sorted) {
            if (!there.add(each.hour())) {
                throw new IllegalArgumentException("The hour " + each.hour() + " is there twice");
            }
            if (each.isExpected()) {
                expected++;
                if (!sums.add(each)) {
                    missing.add("%02d".formatted(each.hour()));
                }
            }
        }
        for (int hour = 0; hour < HOURS; hour++) {
            if (!there.contains(hour)) {
                expected++;
                missing.add("%02d".formatted(hour));
            }
        }
        missing.sort(Comparator.naturalOrder());
        Rule least = rules.rule("load.valid.day", day);
        return new Load(
                day.toString(),
                sums.kilograms,
                sums.substituted,
                sums.water,
                sums.waterWithout,
                sums.counted,
                expected,
                validity(sums.counted, expected, least.number()),
                missing,
                least);
    }

    /**
     * The load of a month or a year, by its days or months.
     *
     * @param period its name
     * @param parts that are there
     * @param absent names of parts that are not there: their loads are missing
     * @param day by whose rules the validity is judged, such as the last of the period
     */
    public static Load together(
            String period, Collection<Load> parts, Collection<String> absent, LocalDate day, Rules rules) {
        BigDecimal kilograms = BigDecimal.ZERO;
        BigDecimal substituted = BigDecimal.ZERO;
        BigDecimal water = BigDecimal.ZERO;
        BigDecimal waterWithout = BigDecimal.ZERO;
        int counted = 0;
        int expected = 0;
        int meanExpected = 0;
        List<String> missing = new ArrayList<>(absent);
        for (Load each : parts) {
            kilograms = kilograms.add(each.kilograms());
            substituted = substituted.add(each.substitutedKilograms());
            water = water.add(each.cubicMetres());
            waterWithout = waterWithout.add(each.cubicMetresWithout());
            counted += each.counted();
            expected += each.expected();
            meanExpected = Math.max(meanExpected, each.expected());
            if (each.validity() == Validity.TOO_FEW) {
                missing.add(each.period());
            }
        }
        missing.sort(Comparator.naturalOrder());
        Rule least = rules.rule("load.valid.month", day);
        int withAbsent = expected + absent.size() * Math.max(meanExpected, 1);
        return new Load(
                period,
                kilograms,
                substituted,
                water,
                waterWithout,
                counted,
                withAbsent,
                validity(counted, withAbsent, least.number()),
                missing,
                least);
    }

    /** The load as a line of figures: {@code 2026-03-01: 120.000 kg, 2400 m³; 有效数据 24/24 = 100.0%: 有效; HJ 356-2019}. */
    public String working() {
        return "%s: %s kg, %s m³; 有效数据 %d/%d = %s%%: %s; %s"
                .formatted(
                        period,
                        kilograms.toPlainString(),
                        cubicMetres.toPlainString(),
                        counted,
                        expected,
                        validPercent().toPlainString(),
                        validity.zh(),
                        rule.basis().source());
    }

    /** The load in tonnes, exact. */
    public BigDecimal tonnes() {
        return kilograms.movePointLeft(THOUSAND);
    }

    /**
     * The mean concentration weighted by the water, sum(c q) / sum(q), in mg/L to 6 decimals: the effective daily mean of a day
     * (HJ 942). Empty if no water had a concentration.
     */
    public Optional<BigDecimal> meanConcentration() {
        return cubicMetres.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        kilograms.movePointRight(THOUSAND).divide(cubicMetres, MEAN_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** The share of valid values in percent, to 1 decimal; 100 where none is expected. */
    public BigDecimal validPercent() {
        return expected == 0
                ? BigDecimal.valueOf(PERCENT).setScale(1)
                : BigDecimal.valueOf((long) counted * PERCENT)
                        .divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
    }

    /**
     * The share of a permitted total in percent, to 1 decimal.
     *
     * @param permittedTonnes above zero
     * @throws IllegalArgumentException if it is not above zero
     */
    public BigDecimal percentOf(BigDecimal permittedTonnes) {
        if (permittedTonnes.signum() <= 0) {
            throw new IllegalArgumentException("A total is above zero: " + permittedTonnes);
        }
        return tonnes().movePointRight(2).divide(permittedTonnes, 1, RoundingMode.HALF_EVEN);
    }

    private static Validity validity(int counted, int expected, BigDecimal leastPercent) {
        if (expected == 0) {
            return Validity.NO_DISCHARGE;
        }
        boolean enough = BigDecimal.valueOf((long) counted * PERCENT)
                        .compareTo(leastPercent.multiply(BigDecimal.valueOf(expected)))
                >= 0;
        return enough ? Validity.VALID : Validity.TOO_FEW;
    }

    private static final class Sums {

        private BigDecimal kilograms = BigDecimal.ZERO;
        private BigDecimal substituted = BigDecimal.ZERO;
        private BigDecimal water = BigDecimal.ZERO;
        private BigDecimal waterWithout = BigDecimal.ZERO;
        private int counted;

        /** Whether the hour had both a concentration and its water. */
        boolean add(HourlyDischarge hour) {
            BigDecimal cubicMetres = hour.cubicMetres();
            BigDecimal concentration = hour.concentration();
            if (cubicMetres == null) {
                return false;
            }
            if (concentration == null) {
                waterWithout = waterWithout.add(cubicMetres);
                return false;
            }
            BigDecimal load = Load.kilograms(concentration, cubicMetres);
            kilograms = kilograms.add(load);
            water = water.add(cubicMetres);
            if (hour.substituted()) {
                substituted = substituted.add(load);
            } else {
                counted++;
            }
            return true;
        }
    }
}
