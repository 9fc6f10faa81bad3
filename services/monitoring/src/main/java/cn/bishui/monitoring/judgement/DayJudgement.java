package cn.bishui.monitoring.judgement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A finding as it is kept.
 *
 * @param revision 1, and one more each time the same day and pollutant is judged anew
 */
public record DayJudgement(
        Place place, LocalDate day, DayMean mean, int revision, Cause cause, Finding finding, Instant judgedAt) {}
