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
 * @param device MN of the device that measured; null for a sample that the authority took on site
 * @param judgedAt when monitoring judged it
 * @param correction what monitoring says of it now, null if it says nothing else
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
        @Nullable String device,
        Instant judgedAt,
        @Nullable Correction correction)
        implements Evidence {

    /** Whether the day is over its limit as far as monitoring knows now. */
    public boolean stands() {
        return correction == null || correction.stands();
    }

    /** The same with the figures that hold now. */
    public Exceedance asItStands() {
        if (correction == null || correction.value() == null || correction.limit() == null) {
            return this;
        }
        return new Exceedance(
                id,
                pollutant,
                pollutantName,
                day,
                correction.value(),
                correction.limit(),
                correction.limitMin(),
                correction.limitMax(),
                unitOfMeasure,
                correction.multiple(),
                permit,
                correction.limitSet() == null ? limitSet : correction.limitSet(),
                correction.device(),
                judgedAt,
                correction);
    }

    /** The unit as it is written behind a value: empty for pH. */
    public String writtenUnit() {
        return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
    }
}
