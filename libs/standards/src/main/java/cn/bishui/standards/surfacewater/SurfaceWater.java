package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.ItemIndex.Matched;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Means;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Scale.Place;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.surfacewater.ItemClass.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges rivers, lakes and reservoirs as on a day: GB 3838-2002 table 1 by the single-factor method of 环办[2011]22号. The
 * same values give the same result in whatever order they come.
 */
public final class SurfaceWater {

    private static final List<SurfaceItem> ALL = Csv.resource("gb3838-2002-table1.csv").stream()
            .flatMap(row -> SurfaceItem.of(row).stream())
            .toList();

    /** From this saturation on, in percent, oxygen is of class I (GB 3838-2002 table 1 item 3). */
    private static final BigDecimal SATURATED = new BigDecimal("90");

    private static final Bound TEMPERATURE_CHANGE = new Bound.Within(new BigDecimal("-2"), BigDecimal.ONE);

    /** Cyanide and heavy metals first, then the worst class, then the highest multiple, then the order of the table. */
    private static final Comparator<ItemClass> IMPORTANCE = Comparator.<ItemClass, Boolean>comparing(
                    each -> !each.item().namedFirst())
            .thenComparing(ItemClass::worst, Comparator.reverseOrder())
            .thenComparing(ItemClass::multiple, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparingInt(each -> each.item().no());

    private final LocalDate day;
    private final Rules rules;
    private final Standard standard;
    private final Map<WaterType, List<SurfaceItem>> items = new EnumMap<>(WaterType.class);
    private final Map<WaterType, ItemIndex<SurfaceItem>> indexes = new EnumMap<>(WaterType.class);

    private SurfaceWater(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        standard = Standards.inForce("GB 3838-2002", day);
        for (WaterType type : WaterType.values()) {
            List<SurfaceItem> ofType = ALL.stream()
                    .filter(each -> each.type() == type && each.item().basis().holdsOn(day))
                    .toList();
            items.put(type, ofType);
            indexes.put(type, new ItemIndex<>(ofType, SurfaceItem::item));
        }
    }

    /**
     * As the limits and rules are on a day.
     *
     * @throws IllegalArgumentException if GB 3838-2002 is not in force on it
     */
    public static SurfaceWater on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static SurfaceWater on(LocalDate day, Rules rules) {
        return new SurfaceWater(day, rules);
    }

    /** The standard that holds. */
    public Standard standard() {
        return standard;
    }

    /** A rule that holds. */
    public Rule rule(String id) {
        return rules.rule(id, day);
    }

    /** The rows of table 1 for a kind of water, in its order. */
    public List<SurfaceItem> items(WaterType type) {
        return indexed(items, type);
    }

    /** The row of an item by its code, symbol or name. */
    public Optional<SurfaceItem> item(WaterType type, String name) {
        return indexed(indexes, type).find(name);
    }

    /**
     * The class of one value.
     *
     * @param item code, symbol or name
     * @throws IllegalArgumentException if table 1 has no such item for this kind of water, or the number is negative
     */
    public ItemClass classify(WaterType type, String item, Measured measured) {
        return classify(
                item(type, item)
                        .orElseThrow(() ->
                                new IllegalArgumentException("Table 1 has no limit of " + item + " for " + type.zh())),
                measured,
                null);
    }

    /**
     * How good the water at a section is.
     *
     * @throws IllegalArgumentException if two names mean the same item, or a number is negative
     */
    public SectionAssessment assess(Sample sample) {
        Matched<SurfaceItem> matched = match(sample);
        List<ItemClass> classes = new ArrayList<>();
        matched.values().forEach((item, measured) -> classes.add(classify(item, measured, sample.oxygenSaturation())));
        classes.sort(Comparator.comparingInt(each -> each.item().no()));
        WaterClass worst = classes.stream()
                .filter(each -> each.standing() == Standing.EVALUATED)
                .map(ItemClass::worst)
                .reduce(WaterClass::orWorse)
                .orElse(null);
        return new SectionAssessment(
                sample,
                worst,
                classes,
                mainPollutants(classes, worst),
                missing(sample.type(), matched),
                matched.unknown(),
                List.of(
                        rule("surface.class"),
                        rule("surface.items"),
                        rule("surface.rounding"),
                        rule("value.below"),
                        rule("surface.main.take"),
                        rule("surface.main.first")));
    }

    /**
     * Whether the water at a section meets the class it ought to have.
     *
     * @param target class I to V
     * @throws IllegalArgumentException if the target is no class of the standard, or as {@link #assess}
     */
    public Compliance comply(Sample sample, WaterClass target) {
        if (target == WaterClass.WORSE_THAN_V) {
            throw new IllegalArgumentException("Nothing ought to be worse than class V");
        }
        Matched<SurfaceItem> matched = match(sample);
        List<ItemJudgement> judgements = new ArrayList<>();
        for (SurfaceItem each : items(sample.type())) {
            Measured measured = matched.values().get(each);
            if (each.evaluated() && measured != null) {
                judgements.add(judge(each, measured, target, sample.oxygenSaturation()));
            }
        }
        return new Compliance(
                sample,
                target,
                Verdict.together(judgements.stream().map(ItemJudgement::verdict).toList()),
                judgements,
                missing(sample.type(), matched),
                List.of(rule("surface.items"), rule("surface.rounding"), rule("value.below")));
    }

    /**
     * One item held against the limit of a class.
     *
     * @param saturation of oxygen in percent; null if unknown
     * @throws IllegalArgumentException if the item has no limit
     */
    public ItemJudgement judge(
            SurfaceItem item, Measured measured, WaterClass target, @Nullable BigDecimal saturation) {
        Bound bound = item.limit(target)
                .orElseThrow(() -> new IllegalArgumentException(item.item().zh() + " has no limit of class " + target));
        ItemJudgement judgement = ItemJudgement.of(
                item.item(), measured, bound, item.rounding(), item.item().basis());
        if (target == WaterClass.I && isSaturated(item, saturation)) {
            return new ItemJudgement(
                    item.item(),
                    measured,
                    judgement.compared(),
                    bound,
                    Verdict.MEETS,
                    null,
                    saturation(saturation),
                    judgement.basis());
        }
        return judgement;
    }

    /**
     * Holds a change of the weekly mean temperature that people caused against the limits: 1 °C up, 2 °C down.
     *
     * @param change in °C, up is positive
     */
    public ItemJudgement judgeTemperatureChange(BigDecimal change) {
        Item temperature = items(WaterType.RIVER).stream()
                .filter(each -> each.no() == SurfaceItem.TEMPERATURE)
                .findFirst()
                .orElseThrow()
                .item();
        return new ItemJudgement(
                temperature,
                Measured.value(change),
                change,
                TEMPERATURE_CHANGE,
                TEMPERATURE_CHANGE.check(change),
                null,
                "人为造成的周平均水温变化",
                temperature.basis());
    }

    /**
     * The means of several samples or points, item by item, over those that have the item. Of pH it is the mean of the
     * hydrogen ions. The saturation of oxygen has no mean here.
     *
     * @param name of what the mean stands for
     * @throws IllegalArgumentException if there is no sample, they are of both kinds of water, or two names in one of them mean
     *     the same item
     */
    public Sample mean(String name, Collection<Sample> samples) {
        WaterType type = samples.stream()
                .map(Sample::type)
                .distinct()
                .reduce((one, other) -> {
                    throw new IllegalArgumentException("Rivers and lakes have no common mean");
                })
                .orElseThrow(() -> new IllegalArgumentException("There is no sample"));
        Map<SurfaceItem, List<Measured>> values = new LinkedHashMap<>();
        items(type).forEach(each -> values.put(each, new ArrayList<>()));
        for (Sample sample : samples) {
            match(sample)
                    .values()
                    .forEach((item, measured) ->
                            values.getOrDefault(item, List.of()).add(measured));
        }
        Map<String, Measured> means = new LinkedHashMap<>();
        values.forEach((item, measured) -> {
            if (!measured.isEmpty()) {
                means.put(item.item().key(), Means.of(item.item(), measured, half()));
            }
        });
        return new Sample(name, type, means, null);
    }

    Matched<SurfaceItem> match(Sample sample) {
        return indexed(indexes, sample.type()).match(sample.values());
    }

    LocalDate day() {
        return day;
    }

    BigDecimal half() {
        return rule("value.below").number();
    }

    private ItemClass classify(SurfaceItem item, Measured measured, @Nullable BigDecimal saturation) {
        if (measured instanceof Value(BigDecimal number)
                && number.signum() < 0
                && item.no() != SurfaceItem.TEMPERATURE) {
            throw new IllegalArgumentException(item.item().zh() + " is not negative: " + number);
        }
        if (item.scale().bounds().isEmpty()) {
            return new ItemClass(
                    item, measured, null, Standing.WITHOUT_LIMIT, WaterClass.I, WaterClass.WORSE_THAN_V, null, "");
        }
        Place place = item.scale().place(measured, item.rounding(), half());
        if (isSaturated(item, saturation)) {
            return new ItemClass(
                    item,
                    measured,
                    place.compared(),
                    Standing.EVALUATED,
                    WaterClass.I,
                    WaterClass.I,
                    null,
                    saturation(saturation));
        }
        BigDecimal compared = place.compared();
        BigDecimal multiple = place.isSettled() && item.withMultiple() && compared != null
                ? item.limit(WaterClass.III)
                        .flatMap(bound -> bound.multiple(compared))
                        .orElse(null)
                : null;
        return new ItemClass(
                item,
                measured,
                place.compared(),
                standing(item, place),
                WaterClass.of(place.best() + 1),
                WaterClass.of(place.worst() + 1),
                multiple,
                "");
    }

    private static Standing standing(SurfaceItem item, Place place) {
        if (!item.evaluated()) {
            return Standing.REFERENCE;
        }
        return place.isSettled() ? Standing.EVALUATED : Standing.UNDECIDED;
    }

    private static boolean isSaturated(SurfaceItem item, @Nullable BigDecimal saturation) {
        return saturation != null
                && Pollutant.DISSOLVED_OXYGEN.equals(item.item().code())
                && saturation.compareTo(SATURATED) >= 0;
    }

    private static String saturation(@Nullable BigDecimal saturation) {
        return "饱和率 " + (saturation == null ? "" : saturation.toPlainString()) + "% ≥ " + SATURATED.toPlainString()
                + "%";
    }

    private List<MainPollutant> mainPollutants(List<ItemClass> classes, @Nullable WaterClass worst) {
        WaterClass good = WaterClass.of(rule("surface.main.class").count());
        if (worst == null || !worst.isWorseThan(good)) {
            return List.of();
        }
        return classes.stream()
                .filter(each ->
                        each.standing() == Standing.EVALUATED && each.worst().isWorseThan(good))
                .sorted(IMPORTANCE)
                .limit(rule("surface.main.take").count())
                .map(each -> new MainPollutant(each.item().item(), each.worst(), each.multiple()))
                .toList();
    }

    private List<SurfaceItem> missing(WaterType type, Matched<SurfaceItem> matched) {
        return items(type).stream()
                .filter(each -> each.evaluated() && !matched.values().containsKey(each))
                .toList();
    }

    private static <T> T indexed(Map<WaterType, T> map, WaterType type) {
        T found = map.get(type);
        if (found == null) {
            throw new IllegalStateException("Nothing of " + type);
        }
        return found;
    }
}
