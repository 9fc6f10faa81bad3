package cn.bishui.standards.blackodorous;

import cn.bishui.standards.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grade of a water body by its points.
 *
 * @param body its name
 * @param grade of it as a whole; null if nothing was measured
 * @param points the grades of its points, in their order along the water
 * @param severeReaches reaches that are severe: three points and more in a row
 * @param black how many points are light or severe
 * @param severe how many points are severe
 * @param severePercent of the points with a grade, to 1 decimal
 * @param shortages what the guide wants and the points do not have
 * @param rules by which it was graded
 */
public record BodyGrade(
        String body,
        @Nullable Grade grade,
        List<PointGrade> points,
        List<Reach> severeReaches,
        int black,
        int severe,
        BigDecimal severePercent,
        List<String> shortages,
        List<Rule> rules) {

    /** Keeps copies. */
    public BodyGrade {
        points = List.copyOf(points);
        severeReaches = List.copyOf(severeReaches);
        shortages = List.copyOf(shortages);
        rules = List.copyOf(rules);
    }

    /**
     * A part of the water.
     *
     * @param from its first point
     * @param to its last point
     * @param points how many lie in it, both included
     */
    public record Reach(String from, String to, int points) {}

    /** The grade as a line: {@code 重度 3/5 = 60.0%: 重度黑臭}. */
    public String working() {
        long graded = points.stream().filter(each -> each.grade() != null).count();
        return "黑臭 %d/%d, 重度 %d/%d = %s%%: %s"
                .formatted(
                        black,
                        graded,
                        severe,
                        graded,
                        severePercent.toPlainString(),
                        grade == null ? "未评价" : grade.zh());
    }
}
