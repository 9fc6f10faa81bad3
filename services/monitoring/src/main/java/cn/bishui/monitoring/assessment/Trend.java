package cn.bishui.monitoring.assessment;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Rules;
import cn.bishui.standards.change.Direction;
import cn.bishui.standards.change.RankTrend;
import cn.bishui.standards.change.RankTrend.Rise;
import cn.bishui.standards.change.RankTrend.Significance;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an item rose or fell at a section over years, or over months, by rank correlation (Spearman, 环办[2011]22号).
 *
 * @param periods those that have a number: {@code 2021}, {@code 2026-11}
 * @param least how many there must be: five years, or the months of a whole year
 * @param found the correlation; null where there are too few
 */
public record Trend(
        SurfaceItem item,
        List<String> periods,
        int least,
        @Nullable RankTrend found) {

    /** Keeps a copy. */
    public Trend {
        periods = List.copyOf(periods);
    }

    /** Those that are shown always: 溶解氧, 高锰酸盐指数, 化学需氧量, 氨氮, 总磷. */
    private static final Set<String> MAIN = Set.of("w01009", "w01019", "w01018", "w21003", "w21011");

    /**
     * Of the means of years. A year that is not final is left out: the mean of a part of it would show its seasons.
     *
     * @param years assessments of a section's years, the earliest first
     * @param day by whose rules it is judged
     * @return one for each item that has a number in some year, in the order of the table
     */
    public static List<Trend> ofYears(WaterType type, List<Assessment> years, LocalDate day, Rules rules) {
        SurfaceWater water = SurfaceWater.on(day, rules);
        return of(
                water,
                type,
                years.stream().filter(each -> !each.provisional()).toList(),
                water.rule("trend.periods").count(),
                day,
                rules);
    }

    /** The same of months: a whole year of them at least, since a part of one rises and falls with the seasons. */
    public static List<Trend> ofMonths(WaterType type, List<Assessment> months, LocalDate day, Rules rules) {
        SurfaceWater water = SurfaceWater.on(day, rules);
        return of(water, type, months, water.rule("year.months").count(), day, rules);
    }

    private static List<Trend> of(
            SurfaceWater water, WaterType type, List<Assessment> assessments, int least, LocalDate day, Rules rules) {
        List<Trend> trends = new ArrayList<>();
        for (SurfaceItem item : water.items(type)) {
            List<String> periods = new ArrayList<>();
            List<BigDecimal> values = new ArrayList<>();
            for (Assessment each : assessments) {
                String printed = each.found().get(item.item().key());
                BigDecimal value = printed == null ? null : number(water, Measured.parse(printed));
                if (value != null) {
                    periods.add(each.period().text());
                    values.add(value);
                }
            }
            if (!values.isEmpty() && !item.scale().bounds().isEmpty()) {
                trends.add(new Trend(
                        item,
                        periods,
                        least,
                        values.size() < least ? null : RankTrend.of(values, rise(item), day, rules)));
            }
        }
        return trends;
    }

    /** Half the detection limit where it was not reached; null where there is no number. */
    private static @Nullable BigDecimal number(SurfaceWater water, Measured measured) {
        if (measured instanceof Value(BigDecimal number)) {
            return number;
        }
        return measured instanceof Below(BigDecimal limit) && limit != null
                ? limit.multiply(water.rule("value.below").number())
                : null;
    }

    private static Rise rise(SurfaceItem item) {
        Bound bound = item.limit(WaterClass.III).orElse(null);
        return switch (bound) {
            case Bound.Max _ -> Rise.IS_WORSE;
            case Bound.Min _ -> Rise.IS_BETTER;
            case null, default -> Rise.IS_NEITHER;
        };
    }

    /** Whether it is one of the main items. */
    public boolean isMain() {
        return MAIN.contains(item.item().key());
    }

    /** Whether it rises or falls significantly. */
    public boolean isSignificant() {
        return found != null && found.significance() != Significance.NONE;
    }

    /** Whether the water got worse by it. */
    public boolean isWorse() {
        return found != null && found.direction() == Direction.WORSE;
    }

    /**
     * In one word: {@code too-few}, {@code none}, {@code rise}, {@code fall}, {@code rise-highly}, {@code fall-highly}.
     */
    public String word() {
        if (found == null) {
            return "too-few";
        }
        String way = found.correlation().signum() > 0 ? "rise" : "fall";
        return switch (found.significance()) {
            case NONE -> "none";
            case SIGNIFICANT -> way;
            case HIGHLY_SIGNIFICANT -> way + "-highly";
        };
    }

    /** The critical value that the correlation was held against last: of 1 % where it is above that, else of 5 %; null without. */
    public @Nullable BigDecimal critical() {
        if (found == null) {
            return null;
        }
        return found.significance() == Significance.HIGHLY_SIGNIFICANT ? found.critical1() : found.critical5();
    }
}
