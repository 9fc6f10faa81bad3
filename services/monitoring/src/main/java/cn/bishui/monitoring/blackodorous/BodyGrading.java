package cn.bishui.monitoring.blackodorous;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a body over the rounds of a span of days.
 *
 * @param revision 1, and one more for each correction
 * @param grade {@code none}, {@code light} or {@code severe}; null where nothing was measured
 * @param points how many have a grade
 * @param rounds on how many days was measured
 * @param severeReaches first and last point of each
 * @param pointGrades a line for each point
 * @param shortages what the guide wants and the rounds do not have
 * @param working line by line; the first is the grade
 */
public record BodyGrading(
        String water,
        LocalDate from,
        LocalDate to,
        int revision,
        @Nullable String grade,
        int points,
        int lightPoints,
        int severePoints,
        int rounds,
        List<String> severeReaches,
        List<String> pointGrades,
        List<String> shortages,
        List<String> working,
        String gradedBy,
        Instant gradedAt) {

    /** Keeps copies. */
    public BodyGrading {
        severeReaches = List.copyOf(severeReaches);
        pointGrades = List.copyOf(pointGrades);
        shortages = List.copyOf(shortages);
        working = List.copyOf(working);
    }

    /** What facts call it. */
    public String id() {
        return water + "/" + from + "/" + to;
    }
}
