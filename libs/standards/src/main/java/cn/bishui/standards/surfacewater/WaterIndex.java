package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Above;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Measured.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The quality index of the rivers or of the lakes of a city (CWQI, 环办监测[2017]51号): the sum over the 21 items of their
 * mean over the limit of class III. The higher, the worse.
 *
 * @param type rivers or lakes
 * @param sections how many sections have a value
 * @param items the indexes of the items, in the order of the table
 * @param value their sum, to 4 decimals
 * @param missing items of which no section had a value: with some missing the index compares with none that has them
 */
public record WaterIndex(
        WaterType type, int sections, List<ItemIndexed> items, BigDecimal value, List<SurfaceItem> missing) {

    /** How many decimals an index keeps. */
    static final int DECIMALS = 4;

    private static final int PRECISION = 12;
    private static final BigDecimal NEUTRAL = new BigDecimal("7");

    /** Keeps copies. */
    public WaterIndex {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
    }

    /**
     * The index of one item.
     *
     * @param item what it is of
     * @param mean over the sections
     * @param value the index, not rounded to print
     * @param working the division, such as {@code 0.45 / 1.0}
     */
    public record ItemIndexed(Item item, BigDecimal mean, BigDecimal value, String working) {}

    /**
     * The index of rivers or lakes.
     *
     * @param samples of their sections in one period, of one kind of water, one at least
     * @throws IllegalArgumentException if there is no sample, they are of both kinds, a mean of oxygen is zero, or a value is
     *     above its measuring range or below a detection limit that is not known
     */
    public static WaterIndex of(SurfaceWater water, Collection<Sample> samples) {
        List<Sample> sampled =
                samples.stream().filter(each -> !each.values().isEmpty()).toList();
        Sample mean = water.mean("", sampled);
        var matched = water.match(mean).values();
        List<ItemIndexed> items = new ArrayList<>();
        List<SurfaceItem> missing = new ArrayList<>();
        for (SurfaceItem each : water.items(mean.type())) {
            Measured measured = matched.get(each);
            if (!each.evaluated()) {
                continue;
            }
            if (measured == null) {
                missing.add(each);
            } else {
                items.add(index(each, number(each, measured, water.half())));
            }
        }
        BigDecimal sum = items.stream().map(ItemIndexed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WaterIndex(
                mean.type(), sampled.size(), items, sum.setScale(DECIMALS, RoundingMode.HALF_EVEN), missing);
    }

    private static ItemIndexed index(SurfaceItem row, BigDecimal mean) {
        Bound bound = row.limit(WaterClass.III).orElseThrow();
        return switch (bound) {
            case Bound.Within(BigDecimal min, BigDecimal max) ->
                mean.compareTo(NEUTRAL) <= 0
                        ? divided(row, mean, NEUTRAL.subtract(mean), NEUTRAL.subtract(min))
                        : divided(row, mean, mean.subtract(NEUTRAL), max.subtract(NEUTRAL));
            case Bound.Min(BigDecimal limit) -> {
                if (mean.signum() == 0) {
                    throw new IllegalArgumentException(row.item().zh() + " of zero has no index");
                }
                yield divided(row, mean, limit, mean);
            }
            case Bound.Max(BigDecimal limit) -> divided(row, mean, mean, limit);
            default -> throw new IllegalStateException("No index for " + bound.text());
        };
    }

    private static ItemIndexed divided(SurfaceItem row, BigDecimal mean, BigDecimal over, BigDecimal under) {
        return new ItemIndexed(
                row.item(),
                mean,
                over.divide(under, PRECISION, RoundingMode.HALF_EVEN),
                over.toPlainString() + " / " + under.toPlainString());
    }

    private static BigDecimal number(SurfaceItem row, Measured measured, BigDecimal half) {
        return switch (measured) {
            case Value value -> value.number();
            case Below(BigDecimal limit) -> {
                if (limit == null) {
                    throw new IllegalArgumentException(row.item().zh() + ": the detection limit is not known");
                }
                yield limit.multiply(half);
            }
            case Above above ->
                throw new IllegalArgumentException(row.item().zh() + " is above its measuring range: " + above.text());
            case Words words -> throw new IllegalArgumentException(row.item().zh() + " is no number: " + words.text());
        };
    }
}
