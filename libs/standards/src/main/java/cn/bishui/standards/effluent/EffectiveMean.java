package cn.bishui.standards.effluent;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective daily mean (有效日均值) of a pollutant in wastewater, out of what a device measured in each hour of the day
 * (HJ 942-2018, HJ 356-2019): valid hours weighted by their water, and whether there are enough of them.
 *
 * @param lines the 24 hours of the day, each with what became of it
 * @param weighted whether the hours were weighted by their water
 * @param expected how many hours ought to have a valid value: those with discharge
 * @param valid how many have one
 * @param mean in the unit in which it was sent; null without a valid hour
 * @param outcome whether the mean may be judged
 * @param rules by which it was made
 */
public record EffectiveMean(
        String pollutant,
        List<Line> lines,
        boolean weighted,
        int expected,
        int valid,
        @Nullable BigDecimal mean,
        Outcome outcome,
        List<Rule> rules) {

    private static final int HOURS = 24;
    private static final int PERCENT = 100;
    private static final String NORMAL = "N";
    private static final String OVER_RANGE = "T";
    private static final String LEAST_SHARE = "load.valid.day";

    /** Keeps copies. */
    public EffectiveMean {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
    }

    /**
     * What a device sent of one hour.
     *
     * @param hour of the day, 0 to 23
     * @param value mean of the hour in the pollutant's own unit; null if none was sent
     * @param flag data flag of HJ 212-2017 table 8; null if none was sent
     * @param cubicMetres of water in the hour; null if it was not sent, or is not to be relied on
     */
    public record Hour(
            int hour,
            @Nullable BigDecimal value,
            @Nullable String flag,
            @Nullable BigDecimal cubicMetres) {

        /** Checks that the hour is one of the day. */
        public Hour {
            if (hour < 0 || hour >= HOURS) {
                throw new IllegalArgumentException("Not an hour of the day: " + hour);
            }
        }
    }

    /**
     * What an instrument can measure, in the pollutant's own unit.
     *
     * @param low null if it is not known
     * @param high null if it is not known
     */
    public record Span(@Nullable BigDecimal low, @Nullable BigDecimal high) {

        /** Nothing is known. */
        public static final Span UNKNOWN = new Span(null, null);
    }

    /** An hour and what became of it. */
    public record Line(
            int hour,
            @Nullable BigDecimal value,
            @Nullable String flag,
            @Nullable BigDecimal cubicMetres,
            State state) {}

    /** What became of an hour. */
    public enum State {
        /** It counts. */
        VALID,
        /** Nothing came of it. */
        MISSING,
        /** Nothing was discharged: nothing is expected. */
        NO_DISCHARGE,
        /** No value was sent. */
        NO_VALUE,
        /** Its flag is not N. */
        NOT_NORMAL,
        /** Its flag is T: above what the instrument measures. */
        OVER_RANGE,
        /** It is negative. */
        NEGATIVE,
        /** It lies outside the span of the instrument. */
        OUTSIDE_SPAN,
        /** It cannot be weighted, because its water is not known, while that of other hours is. */
        WITHOUT_FLOW;

        /** As it is written where it is kept, such as {@code over-range}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a mean may be judged. */
    public enum Outcome {
        /** There are valid hours enough. */
        VALID,
        /** There are too few. */
        TOO_FEW,
        /** Nothing was discharged all day. */
        NO_DISCHARGE
    }

    /**
     * The mean of a day.
     *
     * @param hours that came, in any order
     * @throws IllegalArgumentException if an hour is there twice
     */
    public static EffectiveMean of(
            Pollutant pollutant, Collection<Hour> hours, Span span, LocalDate day, Rules standard) {
        boolean flowItself = pollutant.code().equals(Pollutant.FLOW);
        boolean ph = pollutant.code().equals(Pollutant.PH);
        boolean flowKnown = hours.stream().anyMatch(hour -> hour.cubicMetres() != null);
        boolean weighted = flowKnown && !ph && !flowItself;
        Rule negative = standard.rule("effective.negative", day);
        Rule share = standard.rule(LEAST_SHARE, day);
        Rule decimals = standard.rule("effective.decimals", day);
        Map<Integer, Hour> byHour = new TreeMap<>();
        for (Hour hour : hours) {
            if (byHour.put(hour.hour(), hour) != null) {
                throw new IllegalArgumentException("The hour " + hour.hour() + " is there twice");
            }
        }
        List<Line> lines = new ArrayList<>(HOURS);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        int expected = 0;
        int valid = 0;
        for (int each = 0; each < HOURS; each++) {
            Line line = line(each, byHour.get(each), weighted, flowItself, span, negative.number());
            lines.add(line);
            expected += line.state() == State.NO_DISCHARGE ? 0 : 1;
            BigDecimal value = line.value();
            if (line.state() == State.VALID && value != null) {
                BigDecimal water = line.cubicMetres();
                BigDecimal weight = weighted && water != null ? water : BigDecimal.ONE;
                sum = sum.add(value.multiply(weight));
                weights = weights.add(weight);
                valid++;
            }
        }
        return new EffectiveMean(
                pollutant.code(),
                lines,
                weighted,
                expected,
                valid,
                valid == 0
                        ? null
                        : plain(sum.divide(weights, pollutant.decimals() + decimals.count(), RoundingMode.HALF_EVEN)),
                outcome(valid, expected, share.number()),
                List.of(
                        standard.rule(ph ? "effective.ph" : "effective.mean", day),
                        standard.rule("effective.flags", day),
                        standard.rule("effective.discharge", day),
                        negative,
                        share,
                        decimals));
    }

    private static Line line(
            int number, @Nullable Hour hour, boolean weighted, boolean flowItself, Span span, BigDecimal least) {
        return hour == null
                ? new Line(number, null, null, null, State.MISSING)
                : new Line(
                        number,
                        hour.value(),
                        hour.flag(),
                        hour.cubicMetres(),
                        state(hour, weighted, flowItself, span, least));
    }

    private static State state(Hour hour, boolean weighted, boolean flowItself, Span span, BigDecimal least) {
        BigDecimal water = hour.cubicMetres();
        BigDecimal value = hour.value();
        if (!flowItself && water != null && water.signum() == 0) {
            return State.NO_DISCHARGE;
        }
        if (OVER_RANGE.equals(hour.flag())) {
            return State.OVER_RANGE;
        }
        if (value == null && hour.flag() == null) {
            return State.NO_VALUE;
        }
        if (!NORMAL.equals(hour.flag())) {
            return State.NOT_NORMAL;
        }
        if (value == null) {
            return State.NO_VALUE;
        }
        if (value.compareTo(least) < 0) {
            return State.NEGATIVE;
        }
        BigDecimal low = span.low();
        BigDecimal high = span.high();
        if ((low != null && value.compareTo(low) < 0) || (high != null && value.compareTo(high) > 0)) {
            return State.OUTSIDE_SPAN;
        }
        return weighted && water == null ? State.WITHOUT_FLOW : State.VALID;
    }

    private static Outcome outcome(int valid, int expected, BigDecimal leastPercent) {
        if (expected == 0) {
            return Outcome.NO_DISCHARGE;
        }
        return BigDecimal.valueOf((long) valid * PERCENT).compareTo(leastPercent.multiply(BigDecimal.valueOf(expected)))
                        >= 0
                ? Outcome.VALID
                : Outcome.TOO_FEW;
    }

    /** Whether an hour was above what the instrument measures: the day is suspected of exceeding, whatever its mean. */
    public boolean suspected() {
        return lines.stream().anyMatch(line -> line.state() == State.OVER_RANGE);
    }

    /** The share of valid hours in percent, to 1 decimal; 100 where none is expected. */
    public BigDecimal validPercent() {
        return expected == 0
                ? BigDecimal.valueOf(PERCENT).setScale(1)
                : BigDecimal.valueOf((long) valid * PERCENT)
                        .divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
    }

    /** The mean as a line of figures, such as {@code Σ(c·q)/Σq = 12000 / 240 = 50; 有效 20/24 = 83.3% ≥ 75%}. */
    public String working() {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Line line : lines) {
            BigDecimal value = line.value();
            BigDecimal water = line.cubicMetres();
            if (line.state() == State.VALID && value != null) {
                BigDecimal weight = weighted && water != null ? water : BigDecimal.ONE;
                sum = sum.add(value.multiply(weight));
                weights = weights.add(weight);
            }
        }
        BigDecimal least = rules.stream()
                .filter(rule -> rule.id().equals(LEAST_SHARE))
                .findFirst()
                .orElseThrow()
                .number();
        String figures = mean == null
                ? ""
                : "%s = %s / %s = %s; "
                        .formatted(
                                weighted ? "Σ(c·q)/Σq" : "Σc/n",
                                plain(sum).toPlainString(),
                                plain(weights).toPlainString(),
                                mean.toPlainString());
        return switch (outcome) {
            case NO_DISCHARGE -> "Σq = 0: 未排放";
            case VALID, TOO_FEW ->
                "%s有效 %d/%d = %s%% %s %s%%"
                        .formatted(
                                figures,
                                valid,
                                expected,
                                validPercent().toPlainString(),
                                outcome == Outcome.VALID ? "≥" : "<",
                                least.toPlainString());
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
