package cn.bishui.monitoring.judgement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A finding as it is kept.
 *
 * @param revision 1, and one more each time the same day and pollutant is judged anew
 */
public record DayJudgement(
        Place place, LocalDate day, DayValue value, int revision, Finding finding, Instant judgedAt) {

    /**
     * Names an exceedance of this day: the same whenever the same day of the same outlet and pollutant is judged,
     * whichever device measured.
     */
    String exceedanceId() {
        return String.join("-", place.unit(), place.outlet(), value.pollutant(), day.toString());
    }
}
