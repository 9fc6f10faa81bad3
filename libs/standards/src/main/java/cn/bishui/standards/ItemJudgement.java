package cn.bishui.standards;

import cn.bishui.standards.Measured.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of one item held against one limit, with all that is needed to follow it later.
 *
 * @param item what was measured
 * @param measured what was found, in the item's unit
 * @param compared the number that was compared, rounded as the rule says; null if there was no number
 * @param bound what it had to be
 * @param verdict whether it was
 * @param multiple by how much it is over: (compared - limit) / limit, half-even to 2 decimals; null if it is not, for pH and
 *     dissolved oxygen, and where there was no number
 * @param note why it could not be judged, or what to know besides; empty if nothing
 * @param basis where the limit stands
 */
public record ItemJudgement(
        Item item,
        Measured measured,
        @Nullable BigDecimal compared,
        Bound bound,
        Verdict verdict,
        @Nullable BigDecimal multiple,
        String note,
        Basis basis) {

    /**
     * Holds a value against a limit.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static ItemJudgement of(Item item, Measured measured, Bound bound, Rounding rounding, Basis basis) {
        BigDecimal compared = null;
        if (measured instanceof Value(BigDecimal number)) {
            mustNotBeNegative(item, number);
            compared = rounding.apply(number);
        }
        Verdict verdict = bound.check(measured, rounding);
        BigDecimal multiple = compared != null && verdict == Verdict.EXCEEDS
                ? bound.multiple(compared).orElse(null)
                : null;
        return new ItemJudgement(
                item, measured, compared, bound, verdict, multiple, why(measured, bound, verdict), basis);
    }

    /** The judgement as a line of figures: {@code 氨氮 1.234 → 1.23 > 1.0 mg/L; (1.23 − 1.0) / 1.0 = 0.23; 超标; GB ...}. */
    public String working() {
        String unit = item.unit().equals("1") ? "" : " " + item.unit();
        String rounded = compared == null || compared.toPlainString().equals(measured.text())
                ? ""
                : " → " + compared.toPlainString();
        String excess = multiple != null && bound instanceof Bound.Max(BigDecimal limit) && compared != null
                ? "; (%s − %s) / %s = %s"
                        .formatted(
                                compared.toPlainString(),
                                limit.toPlainString(),
                                limit.toPlainString(),
                                multiple.toPlainString())
                : "";
        String remark = note.isEmpty() ? "" : " (" + note + ")";
        return item.zh() + " " + measured.text() + rounded + " : " + bound.text() + unit + excess + "; " + verdict.zh()
                + remark + "; " + basis.source();
    }

    static void mustNotBeNegative(Item item, BigDecimal number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException(item.zh() + " is not negative: " + number);
        }
    }

    private static String why(Measured measured, Bound bound, Verdict verdict) {
        if (verdict != Verdict.CANNOT_BE_JUDGED) {
            return "";
        }
        return switch (measured) {
            case Measured.Below(BigDecimal limit) -> limit == null ? "未给出检出限" : "检出限高于标准限值";
            case Measured.Above above -> "超出测量范围";
            case Measured.Words words -> "不是数值";
            case Value value -> bound instanceof Bound.OneOf ? "应为文字描述" : bound.text();
        };
    }
}
