package cn.bishui.standards.blackodorous;

import cn.bishui.standards.Item;
import cn.bishui.standards.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a point over its rounds.
 *
 * @param point its name
 * @param grade of it; null if nothing was measured
 * @param rounds the grades of the indicators, round by round
 * @param shares how often each indicator was light or severe
 * @param why the share that made the grade; empty if there is none
 * @param shortages what the guide wants and the rounds do not have: rounds, intervals, indicators
 * @param rules by which it was graded
 */
public record PointGrade(
        String point,
        @Nullable Grade grade,
        List<List<IndicatorGrade>> rounds,
        List<Share> shares,
        String why,
        List<String> shortages,
        List<Rule> rules) {

    /** Keeps copies. */
    public PointGrade {
        rounds = rounds.stream().map(List::copyOf).toList();
        shares = List.copyOf(shares);
        shortages = List.copyOf(shortages);
        rules = List.copyOf(rules);
    }

    /**
     * How often an indicator was light or severe at a point.
     *
     * @param item the indicator
     * @param values how many there are
     * @param black how many are light or severe
     * @param severe how many are severe
     * @param severePercent of all, to 1 decimal
     */
    public record Share(Item item, int values, int black, int severe, BigDecimal severePercent) {}
}
