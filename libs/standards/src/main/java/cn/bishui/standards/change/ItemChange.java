package cn.bishui.standards.change;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.WaterClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How the concentration of one item changed.
 *
 * @param item which
 * @param before earlier, rounded as it was judged
 * @param now later, rounded as it was judged
 * @param difference now - before
 * @param percent (now - before) / before in percent, to 1 decimal; null if it was zero before
 * @param classesBetter by how many classes it got better; negative if worse
 * @param direction whether it got better
 */
public record ItemChange(
        Item item,
        BigDecimal before,
        BigDecimal now,
        BigDecimal difference,
        @Nullable BigDecimal percent,
        int classesBetter,
        Direction direction) {

    private static final int PERCENT_PRECISION = 12;

    /** Null if one of them has no number. */
    static @Nullable ItemChange between(ItemClass before, ItemClass now) {
        BigDecimal earlier = before.compared();
        BigDecimal later = now.compared();
        if (earlier == null || later == null) {
            return null;
        }
        BigDecimal difference = later.subtract(earlier);
        int classesBetter = before.worst().code() - now.worst().code();
        return new ItemChange(
                now.item().item(),
                earlier,
                later,
                difference,
                earlier.signum() == 0
                        ? null
                        : difference
                                .movePointRight(2)
                                .divide(earlier, PERCENT_PRECISION, RoundingMode.HALF_EVEN)
                                .setScale(1, RoundingMode.HALF_EVEN),
                classesBetter,
                direction(now.item(), difference, classesBetter));
    }

    /** By how much it got worse in percent; zero if it did not. */
    BigDecimal worsening() {
        return direction != Direction.WORSE || percent == null ? BigDecimal.ZERO : percent.abs();
    }

    private static Direction direction(SurfaceItem item, BigDecimal difference, int classesBetter) {
        Bound bound = item.limit(WaterClass.III).orElse(null);
        return switch (bound) {
            case Bound.Max max -> Direction.of(-difference.signum());
            case Bound.Min min -> Direction.of(difference.signum());
            case null, default -> {
                if (difference.signum() == 0) {
                    yield Direction.SAME;
                }
                yield classesBetter == 0 ? Direction.NEITHER : Direction.of(classesBetter);
            }
        };
    }
}
