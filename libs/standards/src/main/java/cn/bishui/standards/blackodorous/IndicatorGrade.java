package cn.bishui.standards.blackodorous;

import cn.bishui.standards.Item;
import java.math.BigDecimal;

/**
 * The grade of one indicator in one round.
 *
 * @param item the indicator
 * @param value what was found, in its unit
 * @param grade of it
 * @param limits between which it lies, such as {@code 10≤v<25 cm}
 */
public record IndicatorGrade(Item item, BigDecimal value, Grade grade, String limits) {

    /** The grade as a line of figures: {@code 透明度 15 : 10≤v<25 cm; 轻度黑臭; 城市黑臭水体整治工作指南 table 1}. */
    public String working() {
        return item.zh() + " " + value.toPlainString() + " : " + limits + "; " + grade.zh() + "; "
                + item.basis().source();
    }
}
