package cn.bishui.standards.groundwater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Measured;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The class of one item.
 *
 * @param item with its limits
 * @param measured what was found
 * @param compared the number that was compared; half the detection limit where it was not reached; null if there was none
 * @param best the best class it may have
 * @param worst the worst class it may have; the same as the best one where it is settled
 */
public record GroundwaterItemClass(
        GroundwaterItem item,
        Measured measured,
        @Nullable BigDecimal compared,
        GroundwaterClass best,
        GroundwaterClass worst) {

    /** Its class; null where it is not settled: the detection limit is too high, or the nuclides decide. */
    public @Nullable GroundwaterClass groundwaterClass() {
        return best == worst ? best : null;
    }

    /** The limit it is held to: that of its worst class, or of class IV if it fails that. */
    public Bound bound() {
        return item.limit(worst == GroundwaterClass.V ? GroundwaterClass.IV : worst);
    }

    /** The class as a line of figures: {@code 氯化物 400 不符合 ≤350 mg/L: Ⅴ; GB/T 14848-2017 table 1 item 9}. */
    public String working() {
        String number = compared == null || compared.toPlainString().equals(measured.text())
                ? ""
                : " → " + compared.toPlainString();
        String unit = item.item().unit().equals("1") || item.item().unit().equals("text")
                ? ""
                : " " + item.item().unit();
        return item.item().zh() + " " + measured.text() + number
                + (worst == GroundwaterClass.V ? " 不符合 " : " ")
                + bound().text() + unit + ": "
                + (best == worst ? best.zh() : best.zh() + "~" + worst.zh() + " 无法判定")
                + "; " + item.item().basis().source();
    }
}
