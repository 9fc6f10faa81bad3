package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mean of an hour was over the permitted concentration: an early warning, no violation, since wastewater is judged by the
 * day. Told once for each device, hour and pollutant; what is found otherwise later is {@link HourlyWarningCorrected}.
 *
 * @param warning id of the warning
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param pollutant code of HJ 212-2017 table B.1, such as {@code w01018}
 * @param pollutantName Chinese name of the pollutant
 * @param hour beginning of the hour
 * @param value the mean of the hour in {@code unitOfMeasure}
 * @param limit the bound that is broken, in {@code unitOfMeasure}
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple how far over: (value - limit) / limit; null where the limit is a range (pH)
 * @param permit number of the permit that set the limit
 * @param limitSet which version of that permit's limits was used
 * @param device MN of the device that measured
 * @param warnedAt when it was found
 */
public record HourlyLimitWarned(
        String warning,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String pollutant,
        String pollutantName,
        Instant hour,
        BigDecimal value,
        BigDecimal limit,
        String unitOfMeasure,
        @Nullable BigDecimal multiple,
        String permit,
        String limitSet,
        String device,
        Instant warnedAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
