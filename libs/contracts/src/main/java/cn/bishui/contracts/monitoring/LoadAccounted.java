package cn.bishui.contracts.monitoring;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How much of a pollutant an outlet discharged in a period: the sum of concentration times water over its hours. A later
 * revision of the same outlet, pollutant and period corrects an earlier one.
 *
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param pollutant code of HJ 212-2017 table B.1, such as {@code w01018}
 * @param pollutantName Chinese name of the pollutant
 * @param period a day, a month or a year: {@code 2026-11-24}, {@code 2026-11}, {@code 2026}
 * @param revision 1 for the first, one more for each correction
 * @param kilograms of the pollutant, exact; what has no value is not made up
 * @param substitutedKilograms of them by values that people put in the place of missing ones
 * @param cubicMetres of water that carried them
 * @param cubicMetresWithout of water without a valid concentration: its load is missing
 * @param validPercent share of valid hours among those with discharge, 0 to 100, one decimal
 * @param validity {@code valid}, {@code too-few} or {@code no-discharge} (HJ 356-2019)
 * @param accountedAt when it was accounted
 */
public record LoadAccounted(
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String pollutant,
        String pollutantName,
        String period,
        int revision,
        BigDecimal kilograms,
        BigDecimal substitutedKilograms,
        BigDecimal cubicMetres,
        BigDecimal cubicMetresWithout,
        BigDecimal validPercent,
        String validity,
        Instant accountedAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
