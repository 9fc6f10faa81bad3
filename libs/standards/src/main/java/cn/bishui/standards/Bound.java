package cn.bishui.standards;

import cn.bishui.standards.Measured.Above;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Measured.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value must be to meet a limit. Equal meets. */
public sealed interface Bound {

    /** How many decimals a multiple keeps. */
    int MULTIPLE_DECIMALS = 2;

    /** As a table prints it: {@code ≤1.0}, {@code ≥5}, {@code 6~9}, {@code 不得检出}. */
    String text();

    /** Holds a number against it. */
    Verdict check(BigDecimal number);

    /** Holds a value below a detection limit against it; null if that limit is not known. */
    Verdict checkBelow(@Nullable BigDecimal detectionLimit);

    /** Holds a value above a measuring range against it. */
    Verdict checkAbove(BigDecimal range);

    /** Holds words against it. */
    default Verdict check(String words) {
        return Verdict.CANNOT_BE_JUDGED;
    }

    /**
     * Holds a value against it. One below its detection limit meets an upper bound only if the detection limit does; where
     * that lies above the bound it cannot be judged.
     */
    default Verdict check(Measured measured, Rounding rounding) {
        return switch (measured) {
            case Value value -> check(rounding.apply(value.number()));
            case Below below -> checkBelow(below.limit());
            case Above above -> checkAbove(above.limit());
            case Words words -> check(words.text());
        };
    }

    /** By how much a number is over it, (number - limit) / limit, to 2 decimals; empty where that has no meaning. */
    default Optional<BigDecimal> multiple(BigDecimal number) {
        return Optional.empty();
    }

    /** How many decimals the bound is printed with. */
    default int decimals() {
        return 0;
    }

    /** At most so much. */
    record Max(BigDecimal limit) implements Bound {
        @Override
        public String text() {
            return "≤" + limit.toPlainString();
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.compareTo(limit) <= 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return detectionLimit != null && detectionLimit.compareTo(limit) <= 0
                    ? Verdict.MEETS
                    : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return range.compareTo(limit) >= 0 ? Verdict.EXCEEDS : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Optional<BigDecimal> multiple(BigDecimal number) {
            return limit.signum() <= 0 || number.compareTo(limit) <= 0
                    ? Optional.empty()
                    : Optional.of(number.subtract(limit).divide(limit, MULTIPLE_DECIMALS, RoundingMode.HALF_EVEN));
        }

        @Override
        public int decimals() {
            return Math.max(0, limit.scale());
        }
    }

    /** At least so much. */
    record Min(BigDecimal limit) implements Bound {
        @Override
        public String text() {
            return "≥" + limit.toPlainString();
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.compareTo(limit) >= 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return detectionLimit != null && detectionLimit.compareTo(limit) <= 0
                    ? Verdict.EXCEEDS
                    : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return range.compareTo(limit) >= 0 ? Verdict.MEETS : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public int decimals() {
            return Math.max(0, limit.scale());
        }
    }

    /** Less than so much; equal does not meet. */
    record Under(BigDecimal limit) implements Bound {
        @Override
        public String text() {
            return "<" + limit.toPlainString();
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.compareTo(limit) < 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return detectionLimit != null && detectionLimit.compareTo(limit) <= 0
                    ? Verdict.MEETS
                    : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return range.compareTo(limit) >= 0 ? Verdict.EXCEEDS : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public int decimals() {
            return Math.max(0, limit.scale());
        }
    }

    /** More than so much; equal does not meet. */
    record Over(BigDecimal limit) implements Bound {
        @Override
        public String text() {
            return ">" + limit.toPlainString();
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.compareTo(limit) > 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return detectionLimit != null && detectionLimit.compareTo(limit) <= 0
                    ? Verdict.EXCEEDS
                    : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return range.compareTo(limit) >= 0 ? Verdict.MEETS : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public int decimals() {
            return Math.max(0, limit.scale());
        }
    }

    /** Between two numbers, both of which meet. */
    record Within(BigDecimal min, BigDecimal max) implements Bound {

        /** Checks that they are in order. */
        public Within {
            if (min.compareTo(max) > 0) {
                throw new IllegalArgumentException("The lower bound " + min + " is above the upper one " + max);
            }
        }

        @Override
        public String text() {
            return min.toPlainString() + "~" + max.toPlainString();
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.compareTo(min) >= 0 && number.compareTo(max) <= 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return detectionLimit != null && detectionLimit.compareTo(min) <= 0
                    ? Verdict.EXCEEDS
                    : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return range.compareTo(max) >= 0 ? Verdict.EXCEEDS : Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public int decimals() {
            return Math.max(0, Math.max(min.scale(), max.scale()));
        }
    }

    /** Not to be detected at all; a count of zero meets. */
    record NotDetected() implements Bound {
        @Override
        public String text() {
            return "不得检出";
        }

        @Override
        public Verdict check(BigDecimal number) {
            return verdict(number.signum() == 0);
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return Verdict.MEETS;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return Verdict.EXCEEDS;
        }
    }

    /** One of these words. */
    record OneOf(List<String> words) implements Bound {

        /** Keeps a copy. */
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return String.join("/", words);
        }

        @Override
        public Verdict check(BigDecimal number) {
            return Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return Verdict.MEETS;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict check(String text) {
            return verdict(words.contains(text.strip()));
        }
    }

    /** Not decided by a number, but by a further analysis, such as that of the nuclides. */
    record ByAnalysis(String which) implements Bound {
        @Override
        public String text() {
            return which;
        }

        @Override
        public Verdict check(BigDecimal number) {
            return Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkBelow(@Nullable BigDecimal detectionLimit) {
            return Verdict.CANNOT_BE_JUDGED;
        }

        @Override
        public Verdict checkAbove(BigDecimal range) {
            return Verdict.CANNOT_BE_JUDGED;
        }
    }

    /**
     * Reads a cell of a table: {@code 0.5}, {@code 6..9}, {@code <0.5}, {@code >3}, {@code not detected}, or words.
     *
     * @param direction {@code max}, {@code min}, {@code range}, {@code text}, {@code mixed} or {@code ratio-sum}
     * @return empty if the cell is: no limit
     */
    static Optional<Bound> read(String cell, String direction) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.equals("not detected")) {
            return Optional.of(new NotDetected());
        }
        if (direction.equals("text")) {
            return Optional.of(new OneOf(List.of(cell.split("/", -1))));
        }
        int dots = cell.indexOf("..");
        if (dots >= 0) {
            return Optional.of(
                    new Within(new BigDecimal(cell.substring(0, dots)), new BigDecimal(cell.substring(dots + 2))));
        }
        if (cell.startsWith("<")) {
            return Optional.of(new Under(new BigDecimal(cell.substring(1))));
        }
        if (cell.startsWith(">")) {
            return Optional.of(new Over(new BigDecimal(cell.substring(1))));
        }
        BigDecimal number = new BigDecimal(cell);
        return Optional.of(direction.equals("min") ? new Min(number) : new Max(number));
    }

    private static Verdict verdict(boolean meets) {
        return meets ? Verdict.MEETS : Verdict.EXCEEDS;
    }
}
