package cn.bishui.standards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value held against a limit, with all that is needed to follow it later.
 *
 * @param limit what it was held against
 * @param value the value in the limit's unit, not rounded
 * @param rounded the value that was judged: half-even to the limit's decimals (GB/T 8170-2008), pH to one at least
 * @param outcome whether it meets; equal meets
 * @param multiple how far over: (value - max) / max, half-even to 2 decimals; null if it meets, for pH and dissolved
 *     oxygen, below a lower bound, and over a bound of zero
 */
public record Judgement(
        Limit limit,
        BigDecimal value,
        BigDecimal rounded,
        Outcome outcome,
        @Nullable BigDecimal multiple) {

    private static final int MULTIPLE_DECIMALS = 2;

    /** How a value lies to the bounds. */
    public enum Outcome {
        /** Within the bounds. */
        MEETS,
        /** Below the lower bound. */
        TOO_LOW,
        /** Above the upper bound. */
        TOO_HIGH
    }

    /**
     * Judges a value as a device sent it.
     *
     * @param pollutant what was measured
     * @param sent the number in the pollutant's own unit
     * @param limit of the same pollutant, in its judged unit
     * @throws IllegalArgumentException if pollutant or unit are others than the limit's
     */
    public static Judgement ofSent(Pollutant pollutant, BigDecimal sent, Limit limit) {
        if (!limit.pollutant().equals(pollutant.code())) {
            throw new IllegalArgumentException(
                    "A limit of " + limit.pollutant() + " does not judge " + pollutant.code());
        }
        if (!limit.unit().equals(pollutant.judgedUnit())) {
            throw new IllegalArgumentException(
                    "A limit in " + limit.unit() + " does not judge " + pollutant.judgedUnit());
        }
        return of(pollutant.inJudgedUnit(sent), limit);
    }

    /** Judges a value that is in the limit's unit. */
    public static Judgement of(BigDecimal value, Limit limit) {
        BigDecimal rounded = value.setScale(limit.decimals(), RoundingMode.HALF_EVEN);
        BigDecimal min = limit.min();
        BigDecimal max = limit.max();
        if (max != null && rounded.compareTo(max) > 0) {
            return new Judgement(limit, value, rounded, Outcome.TOO_HIGH, multiple(value, max, limit.pollutant()));
        }
        boolean low = min != null && rounded.compareTo(min) < 0;
        return new Judgement(limit, value, rounded, low ? Outcome.TOO_LOW : Outcome.MEETS, null);
    }

    /** Whether the value is out of bounds. */
    public boolean exceeds() {
        return outcome != Outcome.MEETS;
    }

    /** The bound that was broken; null if the value meets. */
    public @Nullable BigDecimal broken() {
        return switch (outcome) {
            case MEETS -> null;
            case TOO_LOW -> limit.min();
            case TOO_HIGH -> limit.max();
        };
    }

    /** The judgement as a line of figures, such as {@code 58.2 → 58 > 50 mg/L; (58.2 − 50) / 50 = 0.16; permit ...}. */
    public String working() {
        String unit = limit.unit().equals("1") ? "" : " " + limit.unit();
        String comparison = switch (outcome) {
            case TOO_LOW -> " < " + plain(limit.min());
            case TOO_HIGH -> " > " + plain(limit.max());
            case MEETS ->
                limit.min() == null
                        ? " ≤ " + plain(limit.max())
                        : " ≥ " + plain(limit.min()) + (limit.max() == null ? "" : ", ≤ " + plain(limit.max()));
        };
        String excess = multiple == null
                ? ""
                : "; (%s − %s) / %s = %s"
                        .formatted(plain(value), plain(limit.max()), plain(limit.max()), plain(multiple));
        return plain(value) + " → " + plain(rounded) + comparison + unit + excess + "; " + limit.source();
    }

    private static @Nullable BigDecimal multiple(BigDecimal value, BigDecimal max, String code) {
        boolean none = Pollutants.find(code).map(Pollutant::withoutMultiple).orElse(false);
        return none || max.signum() <= 0
                ? null
                : value.subtract(max).divide(max, MULTIPLE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String plain(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).toPlainString();
    }
}
