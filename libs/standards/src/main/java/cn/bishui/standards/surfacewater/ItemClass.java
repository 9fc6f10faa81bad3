package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Measured;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The class of one item.
 *
 * @param item with its limits
 * @param measured what was found
 * @param compared the number that was compared, rounded; half the detection limit where it was not reached; null if there was
 *     no number
 * @param standing how it counts
 * @param best the best class it may have
 * @param worst the worst class it may have; the same as the best one where it is settled
 * @param multiple by how much it is over the limit of class III, half-even to 2 decimals; null if it is not, for pH and
 *     dissolved oxygen, and where it is not settled
 * @param rule what made the class where it was not the concentration alone; empty else
 */
public record ItemClass(
        SurfaceItem item,
        Measured measured,
        @Nullable BigDecimal compared,
        Standing standing,
        WaterClass best,
        WaterClass worst,
        @Nullable BigDecimal multiple,
        String rule) {

    /** How an item counts. */
    public enum Standing {
        /** Makes the class. */
        EVALUATED("参评"),
        /** Has a class that does not count: total nitrogen and coliforms. */
        REFERENCE("参考"),
        /** Would count, but cannot be judged: the detection limit lies above the limit of the class. */
        UNDECIDED("无法判定"),
        /** Has no limit in the table: the temperature, and total nitrogen in rivers. */
        WITHOUT_LIMIT("无限值");

        private final String zh;

        Standing(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /** Its class; null where it is not settled or there is no limit. */
    public @Nullable WaterClass waterClass() {
        return best == worst && standing != Standing.WITHOUT_LIMIT ? best : null;
    }

    /** The limit it is held to: that of its worst class, or of class V if it is worse. */
    public @Nullable Bound bound() {
        return standing == Standing.WITHOUT_LIMIT
                ? null
                : item.limit(worst).or(() -> item.limit(WaterClass.V)).orElse(null);
    }

    /** The class as a line of figures: {@code 氨氮 1.774 → 1.77 ≤2.0 mg/L: Ⅴ; 超Ⅲ类 0.77 倍; GB 3838-2002 table 1 item 7}. */
    public String working() {
        StringBuilder line = new StringBuilder(item.item().zh()).append(' ').append(measured.text());
        if (compared != null && !compared.toPlainString().equals(measured.text())) {
            line.append(" → ").append(compared.toPlainString());
        }
        Bound bound = bound();
        if (bound != null) {
            String unit = item.item().unit();
            boolean fails = worst == WaterClass.WORSE_THAN_V;
            line.append(fails ? " 不符合 " : " ")
                    .append(bound.text())
                    .append(unit.equals("1") ? "" : " " + unit)
                    .append(": ")
                    .append(best == worst ? worst.zh() : best.zh() + "~" + worst.zh());
        }
        line.append("; ").append(standing.zh());
        if (multiple != null) {
            line.append("; 超Ⅲ类 ").append(multiple.toPlainString()).append(" 倍");
        }
        if (!rule.isEmpty()) {
            line.append("; ").append(rule);
        }
        return line.append("; ").append(item.item().basis().source()).toString();
    }
}
