package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An hour that {@link HourlyLimitWarned} warned of was looked at anew, because its record was sent otherwise or its limit
 * changed: the warning is withdrawn, stands again, or stands with other figures. Of several the one with the highest revision
 * holds.
 *
 * @param warning id that {@link HourlyLimitWarned} gave it
 * @param revision 1 for the first correction of the warning, one more for each further one
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param pollutant code of HJ 212-2017 table B.1, such as {@code w01018}
 * @param pollutantName Chinese name of the pollutant
 * @param hour beginning of the hour
 * @param stands whether the hour is over its limit now; false: the warning is withdrawn
 * @param value the mean of the hour as it is now, in {@code unitOfMeasure}; null where the record has none that is valid
 * @param limit the bound that is broken, in {@code unitOfMeasure}; null unless it stands
 * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
 * @param multiple how far over: (value - limit) / limit; null where the limit is a range (pH), and unless it stands
 * @param reason {@code changed-data} or {@code limit-changed}
 * @param recordVersion version of the hour record that was looked at: 1 for the record as it first came, one more for each that
 *     said something else
 * @param permit number of the permit that set the limit
 * @param limitSet which version of that permit's limits was used, null where it sets none any more
 * @param device MN of the device that measured
 * @param correctedAt when it was looked at anew
 */
public record HourlyWarningCorrected(
        String warning,
        int revision,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String pollutant,
        String pollutantName,
        Instant hour,
        boolean stands,
        @Nullable BigDecimal value,
        @Nullable BigDecimal limit,
        String unitOfMeasure,
        @Nullable BigDecimal multiple,
        String reason,
        int recordVersion,
        String permit,
        @Nullable String limitSet,
        String device,
        Instant correctedAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
