package cn.bishui.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is measured in water, by its code in HJ 212-2017 table B.1.
 *
 * @param code such as {@code w01018}
 * @param oldCode the code of HJ/T 212-2005, such as {@code 011}; null if it had none
 * @param nameZh name in table B.1
 * @param nameEn name in English, ours
 * @param unit in which devices send it: {@code mg/L}, {@code µg/L}, {@code ng/L}, {@code L/s}, {@code 1} for pH ...
 * @param decimals how many decimals table B.1 gives it
 * @param divisor what the number is divided by to be in mg/L; null if it is no mass concentration
 */
public record Pollutant(
        String code,
        @Nullable String oldCode,
        String nameZh,
        String nameEn,
        String unit,
        int decimals,
        @Nullable BigDecimal divisor) {

    /** Code of the flow of wastewater. */
    public static final String FLOW = "w00000";

    /** Code of pH. */
    public static final String PH = "w01001";

    /** Code of dissolved oxygen. */
    public static final String DISSOLVED_OXYGEN = "w01009";

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("毫克/升", "mg/L"),
            Map.entry("微克/升", "µg/L"),
            Map.entry("纳克/升", "ng/L"),
            Map.entry("升/秒", "L/s"),
            Map.entry("无量纲", "1"),
            Map.entry("[色]度", "[色]度"),
            Map.entry("摄氏度", "°C"),
            Map.entry("微西[门子]/厘米", "µS/cm"),
            Map.entry("个/升", "1/L"),
            Map.entry("贝可[勒尔]/升", "Bq/L"));

    /** The unit in which limits are set and values judged: mg/L for mass concentrations, else {@link #unit()}. */
    public String judgedUnit() {
        return divisor == null ? unit : "mg/L";
    }

    /** A number as sent, in {@link #judgedUnit()}; exact, so it may have more decimals. */
    public BigDecimal inJudgedUnit(BigDecimal sent) {
        return divisor == null || divisor.compareTo(BigDecimal.ONE) == 0 ? sent : sent.divide(divisor);
    }

    /** Whether an exceedance has no multiple: pH and dissolved oxygen (环办[2011]22号). */
    public boolean withoutMultiple() {
        return code.equals(PH) || code.equals(DISSOLVED_OXYGEN);
    }

    /** Reads a line of {@code hj212-pollutants.csv}. */
    static Pollutant of(List<String> cells) {
        String format = cells.get(6);
        int point = format.indexOf('.');
        return new Pollutant(
                cells.get(0),
                cells.get(1).isEmpty() ? null : cells.get(1),
                cells.get(2),
                cells.get(3),
                Objects.requireNonNull(UNITS.get(cells.get(4)), cells.get(4)),
                point < 0 ? 0 : Integer.parseInt(format.substring(point + 1)),
                cells.get(7).isEmpty() ? null : new BigDecimal(cells.get(7)));
    }
}
