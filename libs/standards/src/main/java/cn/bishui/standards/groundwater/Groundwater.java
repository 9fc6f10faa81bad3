package cn.bishui.standards.groundwater;

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
import cn.bishui.standards.Scale.Place;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges groundwater as on a day, by GB/T 14848-2017 tables 1 and 2. Values are compared as they are, without rounding. */
public final class Groundwater {

    private static final List<GroundwaterItem> ALL =
            Csv.resource("gbt14848-2017.csv").stream().map(GroundwaterItem::of).toList();

    private final LocalDate day;
    private final Rules rules;
    private final Standard standard;
    private final List<GroundwaterItem> items;
    private final ItemIndex<GroundwaterItem> index;

    private Groundwater(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        standard = Standards.inForce("GB/T 14848-2017", day);
        items = ALL.stream().filter(each -> each.item().basis().holdsOn(day)).toList();
        index = new ItemIndex<>(items, GroundwaterItem::item);
    }

    /**
     * As the limits and rules are on a day.
     *
     * @throws IllegalArgumentException if GB/T 14848-2017 is not in force on it: before 2018-05-01
     */
    public static Groundwater on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static Groundwater on(LocalDate day, Rules rules) {
        return new Groundwater(day, rules);
    }

    /** The standard that holds. */
    public Standard standard() {
        return standard;
    }

    /** A rule that holds. */
    public Rule rule(String id) {
        return rules.rule(id, day);
    }

    /** The rows of both tables, in their order. */
    public List<GroundwaterItem> items() {
        return items;
    }

    /** The row of an item by its code, symbol or name. */
    public Optional<GroundwaterItem> item(String name) {
        return index.find(name);
    }

    /**
     * How good the water is.
     *
     * @param values by code, symbol or name, in the units of the standard: mg/L, organic substances in µg/L
     * @throws IllegalArgumentException if two names mean the same item, or a number is negative
     */
    public GroundwaterAssessment assess(Map<String, Measured> values) {
        Matched<GroundwaterItem> matched = index.match(values);
        List<GroundwaterItemClass> classes = new ArrayList<>();
        matched.values().forEach((item, measured) -> classes.add(classify(item, measured)));
        classes.sort(Comparator.comparingInt(
                        (GroundwaterItemClass each) -> each.item().table())
                .thenComparingInt(each -> each.item().no()));
        return new GroundwaterAssessment(
                classes.stream()
                        .filter(each -> each.groundwaterClass() != null)
                        .map(GroundwaterItemClass::worst)
                        .reduce(GroundwaterClass::orWorse)
                        .orElse(null),
                classes,
                items.stream()
                        .filter(each -> each.isRegular() && !matched.values().containsKey(each))
                        .toList(),
                matched.unknown(),
                List.of(
                        rule("groundwater.item"),
                        rule("groundwater.class"),
                        rule("value.below"),
                        rule("compare.whole"),
                        rule("drinking.radioactive")));
    }

    /**
     * Each item held against the limits of a class.
     *
     * @param target class I to IV
     * @throws IllegalArgumentException for class V, or as {@link #assess}
     */
    public List<ItemJudgement> comply(Map<String, Measured> values, GroundwaterClass target) {
        Matched<GroundwaterItem> matched = index.match(values);
        List<ItemJudgement> judgements = new ArrayList<>();
        for (GroundwaterItem each : items) {
            Measured measured = matched.values().get(each);
            if (measured != null) {
                judgements.add(ItemJudgement.of(
                        each.item(),
                        counted(each, measured),
                        each.limit(target),
                        Rounding.NONE,
                        each.item().basis()));
            }
        }
        return List.copyOf(judgements);
    }

    /** A count that the report calls not detected, without a limit, is none. */
    private static Measured counted(GroundwaterItem item, Measured measured) {
        return item.isCounted() && measured instanceof Below(BigDecimal limit) && limit == null
                ? Measured.value(BigDecimal.ZERO)
                : measured;
    }

    private GroundwaterItemClass classify(GroundwaterItem item, Measured measured) {
        if (measured instanceof Value(BigDecimal number) && number.signum() < 0) {
            throw new IllegalArgumentException(item.item().zh() + " is not negative: " + number);
        }
        Place place = item.scale()
                .place(
                        counted(item, measured),
                        Rounding.NONE,
                        rule("value.below").number());
        return new GroundwaterItemClass(
                item,
                measured,
                place.compared(),
                GroundwaterClass.of(place.best() + 1),
                GroundwaterClass.of(place.worst() + 1));
    }
}
