package cn.bishui.monitoring.openjudge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging one sample.
 *
 * @param conclusion of the whole
 * @param named what stands out, the most important first: main pollutants, items of the worst class, items that exceed
 * @param items every value with what it was held against
 * @param missing items of the standard's set of which there was no value
 * @param standard id of the standard
 * @param day on which its limits and rules were taken
 * @param rules by which it was judged, each with its source
 */
public record Answer(
        Conclusion conclusion,
        List<Named> named,
        List<Line> items,
        List<Named> missing,
        String standard,
        LocalDate day,
        List<Told> rules) {

    /** Keeps copies. */
    public Answer {
        named = List.copyOf(named);
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
    }

    /**
     * What is said of the whole, or of one item.
     *
     * @param code class 1 to 6, grade or verdict; null if nothing could be said
     * @param zh in Chinese: {@code Ⅴ}, {@code 达标}, {@code 重度黑臭}
     * @param en in English
     * @param levelZh the level of a class of surface water: {@code 中度污染}; empty for the others
     * @param levelEn the same in English
     * @param tone how it looks: 1 to 6 as the classes do; 0 if nothing could be said
     */
    public record Conclusion(@Nullable String code, String zh, String en, String levelZh, String levelEn, int tone) {}

    /**
     * An item by its names.
     *
     * @param pollutant its code, or its Chinese name where no code is known
     * @param multiple by how much it is over the limit; null where there is none
     */
    public record Named(
            String pollutant,
            String zh,
            String en,
            @Nullable BigDecimal multiple) {

        /** {@code 高锰酸盐指数(1.22)}. */
        public String text(boolean english) {
            String name = english ? en : zh;
            return multiple == null ? name : name + "(" + multiple.toPlainString() + ")";
        }
    }

    /**
     * One value.
     *
     * @param value as it was found, in the unit of the limit
     * @param compared the number that was compared; null if there was none
     * @param limit what it was held against, as {@code ≤2.0}; empty if the standard has none
     * @param conclusion of the item; its code is null where it is not settled
     * @param counts {@code evaluated}, {@code reference}, {@code undecided} or {@code without-limit}
     * @param source where the limit stands
     * @param working all of it as a line of figures, in Chinese
     */
    public record Line(
            Named item,
            String unit,
            String value,
            @Nullable BigDecimal compared,
            String limit,
            Conclusion conclusion,
            String counts,
            String source,
            String working) {}

    /**
     * A rule.
     *
     * @param doubt what to check before relying on it; empty if nothing
     */
    public record Told(String id, String zh, String en, String source, String doubt) {}
}
