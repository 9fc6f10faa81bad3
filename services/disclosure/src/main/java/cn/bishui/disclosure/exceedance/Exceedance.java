package cn.bishui.disclosure.exceedance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The daily mean of a pollutant at an outlet was over the permitted concentration of that day.
 *
 * @param id the same whenever the same day of the same outlet and pollutant is judged
 * @param unit unified social credit code of the unit
 * @param outlet code of the outlet within the unit, such as {@code DW001}
 * @param pollutant code of HJ 212-2017 table B.1
 * @param pollutantName its Chinese name
 * @param day the day that was judged, in the district's time zone
 * @param value the daily mean in {@code unitOfMeasure}
 * @param limit the bound that was broken, in {@code unitOfMeasure}
 * @param limitMin lower bound in force, null where there is none
 * @param limitMax upper bound in force, null where there is none
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple (value - limit) / limit, null where the limit is a range
 * @param permit number of the permit that set the limit
 * @param limitSet which version of that permit's limits was used
 */
public record Exceedance(
        String id,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String pollutant,
        String pollutantName,
        LocalDate day,
        BigDecimal value,
        BigDecimal limit,
        @Nullable BigDecimal limitMin,
        @Nullable BigDecimal limitMax,
        String unitOfMeasure,
        @Nullable BigDecimal multiple,
        String permit,
        String limitSet,
        Instant judgedAt) {

    /** The unit as written behind a number, empty for what has none, as pH. */
    public String writtenUnit() {
        return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
    }

    /** The limit as written: {@code 6–9} for a range, else the bound that was broken. */
    public String writtenLimit() {
        return limitMin != null && limitMax != null
                ? limitMin.toPlainString() + "–" + limitMax.toPlainString()
                : limit.toPlainString();
    }
}
