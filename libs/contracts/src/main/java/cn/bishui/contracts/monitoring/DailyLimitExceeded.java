package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The daily mean of a pollutant at an outlet was over the permitted concentration that was in force on that day.
 *
 * @param exceedance id of this finding, the same whenever the same day of the same outlet and pollutant is judged
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param pollutant code of HJ 212-2017 table B.1, such as {@code w01018}
 * @param pollutantName Chinese name of the pollutant
 * @param day the day that was judged, in the district's time zone
 * @param value the daily mean in {@code unitOfMeasure}
 * @param limit the bound that was broken, in {@code unitOfMeasure}
 * @param limitMin lower bound in force, null where there is none (pH has one)
 * @param limitMax upper bound in force, null where there is none
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple how far over: (value - limit) / limit; null where the limit is a range (pH)
 * @param permit number of the permit that set the limit
 * @param limitSet which version of that permit's limits was used
 * @param device MN of the device that measured; null for an on-site sample of the authority
 * @param judgedAt when the judgement was made
 */
public record DailyLimitExceeded(
        String exceedance,
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
        @Nullable String device,
        Instant judgedAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
