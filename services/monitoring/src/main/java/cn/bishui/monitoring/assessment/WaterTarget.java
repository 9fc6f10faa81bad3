package cn.bishui.monitoring.assessment;

import cn.bishui.standards.Verdict;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a water ought to have been, and whether it was: by its own target where it has one, and by how many of its sections meet
 * theirs.
 *
 * @param targetClass class that it ought to have had on the last day of the period; null where none was set, and for the district
 * @param meets whether it met that: its mean, or every section where the shares of the classes are what it is assessed by; null
 *     where it has no target, or that is not settled
 * @param meeting sections that met their own targets
 * @param judged sections of which that is settled
 */
public record WaterTarget(
        @Nullable Integer targetClass, @Nullable Boolean meets, int meeting, int judged) {

    private static final int HUNDRED = 100;

    /**
     * Of a water in a period.
     *
     * @param mean of its sections; null where it is not assessed by it
     * @param counts sections by class, class I first
     * @param sections what was assessed of its sections
     */
    static WaterTarget of(
            SurfaceWater rules,
            @Nullable Integer targetClass,
            @Nullable String method,
            @Nullable Sample mean,
            List<Integer> counts,
            List<Assessment> sections) {
        int judged = (int)
                sections.stream().filter(each -> each.meetsTarget() != null).count();
        int meeting = (int) sections.stream()
                .filter(each -> Objects.equals(each.meetsTarget(), true))
                .count();
        Boolean meets = (targetClass == null || method == null) ? null : meets(rules, targetClass, mean, counts);
        return new WaterTarget(targetClass, meets, meeting, judged);
    }

    private static @Nullable Boolean meets(
            SurfaceWater rules, int targetClass, @Nullable Sample mean, List<Integer> counts) {
        if (mean == null) {
            return counts.stream().skip(targetClass).allMatch(count -> count == 0);
        }
        Verdict verdict = rules.comply(mean, WaterClass.of(targetClass)).verdict();
        return switch (verdict) {
            case MEETS -> true;
            case EXCEEDS -> false;
            case CANNOT_BE_JUDGED, NOT_JUDGED -> null;
        };
    }

    /** Share of sections that met their targets, in percent to 1 decimal; 0 where of none it is settled. */
    public BigDecimal meetingPercent() {
        return judged == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf((long) meeting * HUNDRED)
                        .divide(BigDecimal.valueOf(judged), 1, RoundingMode.HALF_EVEN);
    }

    /** As a line of figures: {@code 目标Ⅲ类: 达标; 断面达标 3/4 = 75.0%}. */
    String working() {
        String verdict = meets == null ? "无结论" : (meets ? "达标" : "未达标");
        String own = targetClass == null
                ? "未定水体目标"
                : "目标" + WaterClass.of(targetClass).zh() + "类: " + verdict;
        return own + "; 断面达标 " + meeting + "/" + judged + (judged == 0 ? "" : " = " + meetingPercent() + "%");
    }
}
