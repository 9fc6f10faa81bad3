package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exceedance that {@link DailyLimitExceeded} told was judged anew: it no longer stands, stands again, or stands with other
 * figures. Of several the one with the highest revision holds.
 *
 * @param exceedance id that {@link DailyLimitExceeded} gave it
 * @param revision 1 for the first correction of the exceedance, one more for each further one
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param pollutant code of HJ 212-2017 table B.1, such as {@code w01018}
 * @param pollutantName Chinese name of the pollutant
 * @param day the day that was judged, in the district's time zone
 * @param stands whether the day is over its limit now
 * @param value what is judged now, in {@code unitOfMeasure}; null where there is nothing to judge any more
 * @param limit the bound that is broken; null unless it stands
 * @param limitMin lower bound in force, null where there is none or nothing is judged
 * @param limitMax upper bound in force, null where there is none or nothing is judged
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple how far over: (value - limit) / limit; null where the limit is a range (pH), and unless it stands
 * @param reason {@code late-data}, {@code changed-data}, {@code on-site-sample} or {@code limit-changed}
 * @param permit number of the permit that set the limit
 * @param limitSet which version of that permit's limits was used, null where nothing is judged
 * @param device MN of the device that measured; null for an on-site sample of the authority
 * @param correctedAt when it was judged anew
 */
public record DailyLimitCorrected(
        String exceedance,
        int revision,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String pollutant,
        String pollutantName,
        LocalDate day,
        boolean stands,
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal limitMin,
        @Nullable BigDecimal limitMax,
        String unitOfMeasure,
        @Nullable BigDecimal multiple,
        String reason,
        String permit,
        @Nullable String limitSet,
        @Nullable String device,
        Instant correctedAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
