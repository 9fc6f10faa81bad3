package cn.bishui.contracts.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A water body was graded black-odorous or not from the rounds of a span of days (城市黑臭水体整治工作指南, 2015). A later revision of
 * the same body and span corrects an earlier one.
 *
 * @param waterBody code of the water body
 * @param assessment id of the body and span, such as {@code W-XSH/2026-05-03/2026-05-11}
 * @param from first day of the span
 * @param to last day of the span
 * @param revision 1 for the first, one more for each correction
 * @param grade {@code none}, {@code light} or {@code severe}; null where nothing was measured
 * @param points how many points have a grade
 * @param severePoints how many of them are severe
 * @param lightPoints how many of them are light
 * @param rounds on how many days was measured
 * @param severeReaches names of the first and last points of reaches that are severe: three points and more in a row
 * @param shortages what the guide wants and the rounds do not have, in words: points, rounds, intervals, indicators
 * @param basis the grade as a line of figures
 * @param gradedAt when it was graded
 */
public record WaterBodyGraded(
        String waterBody,
        String name,
        String assessment,
        LocalDate from,
        LocalDate to,
        int revision,
        @Nullable String grade,
        int points,
        int severePoints,
        int lightPoints,
        int rounds,
        List<String> severeReaches,
        List<String> shortages,
        String basis,
        Instant gradedAt)
        implements MonitoringFact {

    /** Keeps copies. */
    public WaterBodyGraded {
        severeReaches = List.copyOf(severeReaches);
        shortages = List.copyOf(shortages);
    }

    @Override
    public String key() {
        return "water-body/" + waterBody;
    }
}
