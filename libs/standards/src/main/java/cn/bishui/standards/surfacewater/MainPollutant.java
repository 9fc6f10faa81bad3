package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Item;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the main pollutants of a section (主要污染指标).
 *
 * @param item what it is
 * @param waterClass its class
 * @param multiple by how much it is over the limit of class III; null for pH and dissolved oxygen
 */
public record MainPollutant(
        Item item, WaterClass waterClass, @Nullable BigDecimal multiple) {

    /** As reports print it: {@code 高锰酸盐指数(1.22)}, {@code 溶解氧}. */
    public String text() {
        return multiple == null ? item.zh() : item.zh() + "(" + multiple.toPlainString() + ")";
    }
}
