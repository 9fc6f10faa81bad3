package cn.bishui.standards;

import cn.bishui.standards.Measured.Above;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Measured.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Means of values of which some may be below the detection limit (环办监测函〔2020〕82号). The order of the values makes no
 * difference.
 */
public final class Means {

    private static final int DECIMALS = 20;
    private static final int PH_DECIMALS = 6;

    private Means() {}

    /**
     * The arithmetic mean. A value below its detection limit counts as a share of it; if all are, the mean is below the
     * highest of their detection limits. With a value above the measuring range the mean is above what comes of its end.
     *
     * @param values of one item in one unit
     * @param share of the detection limit, a half
     * @throws IllegalArgumentException if there is none, one is words, or one is below a detection limit that is not known
     *     while others are not
     */
    public static Measured arithmetic(Collection<Measured> values, BigDecimal share) {
        return mean(
                values,
                share,
                numbers -> plain(numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), DECIMALS, RoundingMode.HALF_EVEN)));
    }

    /**
     * The mean of pH: the negative logarithm of the mean of the hydrogen ions, to 6 decimals.
     *
     * @throws IllegalArgumentException as {@link #arithmetic}
     */
    public static Measured ofPh(Collection<Measured> values, BigDecimal share) {
        return mean(values, share, numbers -> {
            double ions = numbers.stream()
                            .sorted()
                            .mapToDouble(each -> Math.pow(10, -each.doubleValue()))
                            .sum()
                    / numbers.size();
            return plain(BigDecimal.valueOf(-Math.log10(ions)).setScale(PH_DECIMALS, RoundingMode.HALF_EVEN));
        });
    }

    /** The mean as the item wants it: {@link #ofPh} for pH, else {@link #arithmetic}. */
    public static Measured of(Item item, Collection<Measured> values, BigDecimal share) {
        return Pollutant.PH.equals(item.code()) ? ofPh(values, share) : arithmetic(values, share);
    }

    /** Without zeros at the end, but with no power of ten either. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private interface Reduction {
        BigDecimal of(List<BigDecimal> numbers);
    }

    private static Measured mean(Collection<Measured> values, BigDecimal share, Reduction reduction) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to take the mean of");
        }
        if (values.stream().allMatch(Below.class::isInstance)) {
            return new Below(highest(values));
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (Measured each : values) {
            numbers.add(number(each, share));
        }
        BigDecimal mean = numbers.size() == 1 ? numbers.getFirst() : reduction.of(numbers);
        return values.stream().anyMatch(Above.class::isInstance) ? new Above(mean) : new Value(mean);
    }

    /** The highest detection limit; null if one of them is not known. */
    private static @Nullable BigDecimal highest(Collection<Measured> values) {
        BigDecimal highest = null;
        for (Measured each : values) {
            BigDecimal limit = ((Below) each).limit();
            if (limit == null) {
                return null;
            }
            highest = highest == null ? limit : highest.max(limit);
        }
        return highest;
    }

    private static BigDecimal number(Measured measured, BigDecimal share) {
        return switch (measured) {
            case Value value -> value.number();
            case Above above -> above.limit();
            case Below(BigDecimal limit) -> {
                if (limit == null) {
                    throw new IllegalArgumentException("A value below an unknown detection limit has no mean");
                }
                yield limit.multiply(share);
            }
            case Words words -> throw new IllegalArgumentException("Words have no mean: " + words.text());
        };
    }
}
