package cn.bishui.standards.change;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
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
 * @param foundBefore what was found earlier
 * @param foundNow what was found later
 * @param before earlier, rounded as it was judged
 * @param now later, rounded as it was judged
 * @param difference now - before
 * @param percent (now - before) / before in percent, to 1 decimal; below a detection limit of the share of it that counts, not rounded;
 *     null if it was zero before
 * @param classesBetter by how many classes it got better; negative if worse
 * @param direction whether it got better
 */
public record ItemChange(
        Item item,
        Measured foundBefore,
        Measured foundNow,
        BigDecimal before,
        BigDecimal now,
        BigDecimal difference,
        @Nullable BigDecimal percent,
        int classesBetter,
        Direction direction) {

    private static final int PERCENT_PRECISION = 12;

    /**
     * Null if one of them has no number.
     *
     * @param share of a detection limit that counts where it was not reached
     */
    static @Nullable ItemChange between(ItemClass before, ItemClass now, BigDecimal share) {
        BigDecimal earlier = before.compared();
        BigDecimal later = now.compared();
        if (earlier == null || later == null) {
            return null;
        }
        BigDecimal difference = later.subtract(earlier);
        int classesBetter = before.worst().code() - now.worst().code();
        return new ItemChange(
                now.item().item(),
                before.measured(),
                now.measured(),
                earlier,
                later,
                difference,
                percent(exact(before.measured(), earlier, share), exact(now.measured(), later, share), difference),
                classesBetter,
                direction(now.item(), difference, classesBetter));
    }

    /** What was found earlier as reports print it: {@code 0.72}, or {@code 0.025L} where the detection limit was not reached. */
    public String textBefore() {
        return text(foundBefore, before);
    }

    /** The same of later. */
    public String textNow() {
        return text(foundNow, now);
    }

    private static String text(Measured found, BigDecimal compared) {
        return found instanceof Measured.Below ? found.text() : compared.toPlainString();
    }

    /** The share of a detection limit as it is, any other number as it was judged. */
    private static BigDecimal exact(Measured found, BigDecimal compared, BigDecimal share) {
        return found instanceof Measured.Below(BigDecimal limit) && limit != null ? limit.multiply(share) : compared;
    }

    private static @Nullable BigDecimal percent(BigDecimal earlier, BigDecimal later, BigDecimal difference) {
        if (earlier.signum() == 0) {
            return null;
        }
        BigDecimal change = difference.signum() == 0 ? difference : later.subtract(earlier);
        return change.movePointRight(2)
                .divide(earlier, PERCENT_PRECISION, RoundingMode.HALF_EVEN)
                .setScale(1, RoundingMode.HALF_EVEN);
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
