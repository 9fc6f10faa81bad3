package cn.bishui.enforcement.clue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence: the daily mean of a pollutant was over its limit, as monitoring judged it.
 *
 * @param id id that monitoring gave the finding
 * @param pollutant code of HJ 212-2017 table B.1
 * @param pollutantName Chinese name of the pollutant
 * @param day the day that was judged
 * @param value the daily mean in {@code unitOfMeasure}
 * @param limit the bound that was broken
 * @param limitMin lower bound in force, null where there is none
 * @param limitMax upper bound in force, null where there is none
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple how far over: (value - limit) / limit; null where there is no such figure, as for pH
 * @param permit number of the permit that set the limit
 * @param limitSet version of that permit's limits
 * @param device MN of the device that measured
 * @param judgedAt when monitoring judged it
 */
public record Exceedance(
        String id,
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
        String device,
        Instant judgedAt)
        implements Evidence {

    /** The unit as it is written behind a value: empty for pH. */
    public String writtenUnit() {
        return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
    }
}
