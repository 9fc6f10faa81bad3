package cn.bishui.standards.change;

import cn.bishui.standards.Csv;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether values over many periods rise or fall: the rank correlation of Spearman, rs = 1 - 6 Σd² / (N³ - N), with its critical
 * values (环办[2011]22号). Equal values share the mean of their ranks, and the correlation is then corrected for them.
 *
 * @param periods N, how many there are
 * @param correlation rs, -1 to 1, to 4 decimals
 * @param critical5 critical value at 5 %, one-sided
 * @param critical1 critical value at 1 %, one-sided
 * @param criticalPeriods the N of the table whose critical values were taken: N, or the next lower one in the table, which
 *     is stricter
 * @param significance of the trend
 * @param direction what the trend means; the same if it is not significant
 * @param rules by which it was judged
 */
public record RankTrend(
        int periods,
        BigDecimal correlation,
        BigDecimal critical5,
        BigDecimal critical1,
        int criticalPeriods,
        Significance significance,
        Direction direction,
        List<Rule> rules) {

    private static final int DECIMALS = 4;
    private static final int PRECISION = 12;
    private static final BigDecimal SIX = new BigDecimal("6");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final NavigableMap<Integer, Csv.Row> CRITICAL = critical();

    /** Keeps a copy. */
    public RankTrend {
        rules = List.copyOf(rules);
    }

    /** How sure a trend is. */
    public enum Significance {
        /** Not significant. */
        NONE("无显著变化"),
        /** At 5 %. */
        SIGNIFICANT("显著"),
        /** At 1 %. */
        HIGHLY_SIGNIFICANT("极显著");

        private final String zh;

        Significance(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /** What it means if values rise. */
    public enum Rise {
        /** Water gets worse: most pollutants. */
        IS_WORSE,
        /** Water gets better: dissolved oxygen, transparency. */
        IS_BETTER,
        /** Neither: pH. */
        IS_NEITHER
    }

    /**
     * The trend of values in the order of time.
     *
     * @param values one for each period, five at least
     * @param rise what it means if they rise
     * @param day by whose rules it is judged
     * @throws IllegalArgumentException if there are too few values
     */
    public static RankTrend of(List<BigDecimal> values, Rise rise, LocalDate day, Rules rules) {
        Rule least = rules.rule("trend.periods", day);
        int periods = values.size();
        if (periods < least.count()) {
            throw new IllegalArgumentException("A trend takes " + least.count() + " periods, not " + periods);
        }
        BigDecimal correlation = correlation(values);
        int row = CRITICAL.floorKey(periods);
        BigDecimal critical5 = number(row, "critical_5");
        BigDecimal critical1 = number(row, "critical_1");
        Significance significance = Significance.NONE;
        if (correlation.abs().compareTo(critical1) > 0) {
            significance = Significance.HIGHLY_SIGNIFICANT;
        } else if (correlation.abs().compareTo(critical5) > 0) {
            significance = Significance.SIGNIFICANT;
        }
        return new RankTrend(
                periods,
                correlation.setScale(DECIMALS, RoundingMode.HALF_EVEN),
                critical5,
                critical1,
                row,
                significance,
                direction(significance, correlation.signum(), rise),
                List.of(least, rules.rule("trend.critical", day)));
    }

    /** The trend as a line of figures: {@code rs = -0.9429, |rs| > 0.829 (N = 6): 显著好转}. */
    public String working() {
        boolean sure = significance != Significance.NONE;
        BigDecimal critical = significance == Significance.HIGHLY_SIGNIFICANT ? critical1 : critical5;
        return "rs = %s, |rs| %s %s (N = %d): %s"
                .formatted(
                        correlation.toPlainString(),
                        sure ? ">" : "≤",
                        critical.toPlainString(),
                        criticalPeriods,
                        sure ? significance.zh() + direction.zh() : significance.zh());
    }

    /**
     * The product-moment correlation of the ranks with time. Without equal values it is 1 - 6 Σd² / (N³ - N); with them that
     * form is too high: values of which all are equal, as those below a detection limit are, would come to 0.5, and 24 of them
     * to a rise.
     */
    private static BigDecimal correlation(List<BigDecimal> values) {
        int periods = values.size();
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < periods; i++) {
            BigDecimal distance = rank(values, i).subtract(BigDecimal.valueOf(i + 1L));
            squares = squares.add(distance.multiply(distance));
        }
        BigDecimal n = BigDecimal.valueOf(periods);
        BigDecimal whole = n.pow(3).subtract(n);
        BigDecimal ties = ties(values);
        if (ties.signum() == 0) {
            return BigDecimal.ONE.subtract(SIX.multiply(squares).divide(whole, PRECISION, RoundingMode.HALF_EVEN));
        }
        BigDecimal ofRanks = whole.subtract(ties);
        return ofRanks.signum() == 0
                ? BigDecimal.ZERO
                : whole.subtract(ties.multiply(HALF))
                        .subtract(SIX.multiply(squares))
                        .divide(whole.multiply(ofRanks).sqrt(MathContext.DECIMAL64), PRECISION, RoundingMode.HALF_EVEN);
    }

    /** Σ(t³ - t) over the groups of t equal values. */
    private static BigDecimal ties(List<BigDecimal> values) {
        NavigableMap<BigDecimal, Integer> counts = new TreeMap<>();
        values.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.values().stream()
                .map(BigDecimal::valueOf)
                .map(each -> each.pow(3).subtract(each))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rank of a value from the lowest, from 1; of equal ones the mean of their ranks. */
    private static BigDecimal rank(List<BigDecimal> values, int index) {
        long lower = 0;
        long equal = 0;
        for (BigDecimal each : values) {
            int comparison = each.compareTo(values.get(index));
            if (comparison < 0) {
                lower++;
            } else if (comparison == 0) {
                equal++;
            }
        }
        return BigDecimal.valueOf(lower).add(BigDecimal.valueOf(equal + 1).multiply(HALF));
    }

    private static Direction direction(Significance significance, int sign, Rise rise) {
        if (significance == Significance.NONE) {
            return Direction.SAME;
        }
        return switch (rise) {
            case IS_WORSE -> Direction.of(-sign);
            case IS_BETTER -> Direction.of(sign);
            case IS_NEITHER -> Direction.NEITHER;
        };
    }

    private static BigDecimal number(int periods, String column) {
        Csv.Row row = CRITICAL.get(periods);
        BigDecimal number = row == null ? null : row.number(column);
        if (number == null) {
            throw new IllegalStateException("No critical value for " + periods);
        }
        return number;
    }

    private static NavigableMap<Integer, Csv.Row> critical() {
        NavigableMap<Integer, Csv.Row> rows = new TreeMap<>();
        Csv.resource("spearman.csv").forEach(row -> rows.put(Integer.valueOf(row.text("periods")), row));
        return rows;
    }
}
