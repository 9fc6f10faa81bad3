package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.ItemIndex.Matched;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Rounding;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges drinking water as on a day, by GB 5749-2022 tables 1 to 3. Values are compared as they are, without rounding. */
public final class DrinkingWater {

    /** The sum of the trihalomethanes over their limits, and the four it is formed of. */
    private static final int TRIHALOMETHANES = 16;

    private static final int FIRST_TRIHALOMETHANE = 12;
    private static final int LAST_TRIHALOMETHANE = 15;
    private static final int RATIO_DECIMALS = 10;
    private static final String RADIOACTIVE = "radioactive";
    private static final Rounding COMPARED = Rounding.NONE;

    private static final List<DrinkingWaterItem> ALL =
            Csv.resource("gb5749-2022.csv").stream().map(DrinkingWaterItem::of).toList();

    private final LocalDate day;
    private final Rules rules;
    private final Standard standard;
    private final List<DrinkingWaterItem> items;
    private final ItemIndex<DrinkingWaterItem> index;

    private DrinkingWater(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        standard = Standards.inForce("GB 5749-2022", day);
        items = ALL.stream().filter(each -> each.item().basis().holdsOn(day)).toList();
        index = new ItemIndex<>(items, DrinkingWaterItem::item);
    }

    /**
     * As the limits and rules are on a day.
     *
     * @throws IllegalArgumentException if GB 5749-2022 is not in force on it: before 2023-04-01
     */
    public static DrinkingWater on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static DrinkingWater on(LocalDate day, Rules rules) {
        return new DrinkingWater(day, rules);
    }

    /** The standard that holds. */
    public Standard standard() {
        return standard;
    }

    /** A rule that holds. */
    public Rule rule(String id) {
        return rules.rule(id, day);
    }

    /** The 43 regular items and the 54 extended ones, in the order of the standard. */
    public List<DrinkingWaterItem> items() {
        return items;
    }

    /** An item by its code, symbol or name. */
    public Optional<DrinkingWaterItem> item(String name) {
        return index.find(name);
    }

    /**
     * Judges water. The sum of the trihalomethanes over their limits is formed here where all four were found and it was not
     * given.
     *
     * @param used how the water is disinfected; items of other ways do not apply
     * @param values by code, symbol or name, in the units of the standard
     * @throws IllegalArgumentException if two names mean the same item, or a number is negative
     */
    public DrinkingWaterJudgement judge(
            Point point, Supply supply, Set<Disinfection> used, Map<String, Measured> values) {
        Matched<DrinkingWaterItem> matched = index.match(values);
        List<ItemJudgement> judgements = new ArrayList<>();
        List<DrinkingWaterItem> missing = new ArrayList<>();
        List<DrinkingWaterItem> notApplicable = new ArrayList<>();
        for (DrinkingWaterItem each : items) {
            Optional<Bound> limit = each.appliesWith(used) ? each.limit(point, supply) : Optional.empty();
            Measured measured = measured(each, matched.values());
            if (limit.isEmpty()) {
                if (measured != null) {
                    notApplicable.add(each);
                }
            } else if (measured == null) {
                if (each.isRegular()) {
                    missing.add(each);
                }
            } else {
                judgements.add(judge(each, measured, limit.get()));
            }
        }
        return new DrinkingWaterJudgement(
                Verdict.together(judgements.stream().map(ItemJudgement::verdict).toList()),
                judgements,
                missing,
                notApplicable,
                matched.unknown(),
                List.of(
                        rule("compare.whole"),
                        rule("drinking.trihalomethanes"),
                        rule("drinking.radioactive"),
                        rule("value.below")));
    }

    private static ItemJudgement judge(DrinkingWaterItem item, Measured measured, Bound limit) {
        ItemJudgement judgement = ItemJudgement.of(
                item.item(), measured, limit, COMPARED, item.item().basis());
        if (item.group().equals(RADIOACTIVE) && judgement.verdict() == Verdict.EXCEEDS) {
            return new ItemJudgement(
                    judgement.item(),
                    measured,
                    judgement.compared(),
                    limit,
                    Verdict.CANNOT_BE_JUDGED,
                    judgement.multiple(),
                    "超过指导值,应进行核素分析和评价",
                    judgement.basis());
        }
        return judgement;
    }

    private @Nullable Measured measured(DrinkingWaterItem item, Map<DrinkingWaterItem, Measured> values) {
        Measured given = values.get(item);
        return given == null && item.no() == TRIHALOMETHANES ? ratios(values) : given;
    }

    /** The sum over the four of value over limit; null if one is missing or has no number. */
    private @Nullable Measured ratios(Map<DrinkingWaterItem, Measured> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DrinkingWaterItem each : items) {
            if (each.no() >= FIRST_TRIHALOMETHANE && each.no() <= LAST_TRIHALOMETHANE) {
                Measured measured = values.get(each);
                BigDecimal number;
                if (measured instanceof Value(BigDecimal found)) {
                    number = found;
                } else if (measured instanceof Below(BigDecimal limit) && limit != null) {
                    number = limit.multiply(rule("value.below").number());
                } else {
                    return null;
                }
                if (!(each.limit() instanceof Bound.Max(BigDecimal limit))) {
                    throw new IllegalStateException(each.item().zh());
                }
                sum = sum.add(number.divide(limit, RATIO_DECIMALS, RoundingMode.HALF_EVEN));
            }
        }
        return Measured.value(sum.stripTrailingZeros());
    }
}
