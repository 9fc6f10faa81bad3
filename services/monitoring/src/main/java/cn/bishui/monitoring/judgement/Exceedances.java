package cn.bishui.monitoring.judgement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exceedances that were told, each as it was told last. */
public interface Exceedances {

    /**
     * Names an exceedance: the same whenever the same day of the same outlet and pollutant is judged, whichever device
     * measured.
     */
    static String id(String unit, String outlet, String pollutant, LocalDate day) {
        return String.join("-", unit, outlet, pollutant, day.toString());
    }

    /** What was told, if anything was. */
    Optional<Told> find(String id);

    /** Notes one that is told. */
    void add(String id, Judgements.Latest found, Instant at);

    /** Notes that it is told otherwise. */
    void correct(Told corrected, Judgements.Latest by, Cause cause, Instant at);

    /**
     * An exceedance as it was told last.
     *
     * @param device id of the device that measured; null for a sample taken on site
     * @param corrections how many there were
     * @param stands whether it was over the limit
     */
    record Told(
            String id,
            @Nullable Integer device,
            int corrections,
            boolean stands,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {

        /** As it is told anew. */
        Told corrected(boolean standsNow) {
            return new Told(id, device, corrections + 1, standsNow, value, lower, upper);
        }

        /** Whether a finding says what was told already. */
        boolean says(Judgements.Latest found) {
            return stands == found.exceeds()
                    && (!stands
                            || (DayMean.same(value, found.value())
                                    && DayMean.same(lower, found.lower())
                                    && DayMean.same(upper, found.upper())));
        }
    }
}
