package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.CityQuality;
import cn.bishui.monitoring.assessment.Trophic;
import cn.bishui.monitoring.assessment.WaterAssessment;
import cn.bishui.monitoring.assessment.WaterChange;
import cn.bishui.monitoring.assessment.WaterChange.ByMean;
import cn.bishui.monitoring.assessment.WaterChange.ByShares;
import cn.bishui.monitoring.assessment.WaterChange.NotCompared;
import cn.bishui.monitoring.assessment.WaterComparison;
import cn.bishui.standards.Item;
import cn.bishui.standards.change.BasinChange;
import cn.bishui.standards.change.SectionChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A water's period for programs.
 *
 * @param meetsTarget whether it met its own target; null where it has none, or that is not settled
 * @param sectionsMeeting sections that met theirs, of {@code sectionsJudged}
 * @param city of the district only
 */
record WaterJson(
        String water,
        String scope,
        String name,
        String period,
        int revision,
        boolean provisional,
        @Nullable String method,
        @Nullable Integer waterClass,
        @Nullable String qualityLevel,
        List<Integer> counts,
        BigDecimal goodPercent,
        BigDecimal worseThanVPercent,
        List<String> mainPollutants,
        List<String> withoutValue,
        @Nullable Integer targetClass,
        @Nullable Boolean meetsTarget,
        int sectionsMeeting,
        int sectionsJudged,
        List<Change> changes,
        @Nullable Lake trophic,
        @Nullable City city) {

    /**
     * Against an earlier period.
     *
     * @param against {@code last-period}, {@code same-period-last-year}, {@code base-year}
     * @param by {@code mean} or {@code shares}; null where it is not compared
     * @param not why it is not: {@code no-data}, {@code without-class}, {@code now-without-class}, {@code no-section}, {@code
     *     base-incomplete}
     * @param classesBetter by its mean: by how many classes it got better, negative is worse
     * @param goodPoints by shares: class III and better, in percentage points
     * @param extent {@code none}, {@code some}, {@code marked}
     * @param direction {@code better}, {@code same}, {@code worse}
     * @param keeping by its mean: what "only better, never worse" says
     * @param comparable sections it rests on, of {@code sections} that have a class now
     */
    record Change(
            String against,
            String earlier,
            @Nullable String by,
            @Nullable String not,
            @Nullable Integer classBefore,
            @Nullable Integer classesBetter,
            @Nullable BigDecimal goodPoints,
            @Nullable BigDecimal worseThanVPoints,
            @Nullable String extent,
            @Nullable String direction,
            @Nullable String keeping,
            int comparable,
            int sections) {

        static Change of(WaterChange of) {
            return switch (of.outcome()) {
                case ByMean(SectionChange change) ->
                    new Change(
                            code(of.against()),
                            of.earlier(),
                            "mean",
                            null,
                            change.before().code(),
                            change.classesBetter(),
                            null,
                            null,
                            code(change.extent()),
                            code(change.direction()),
                            code(change.keeping()),
                            of.comparable(),
                            of.sections());
                case ByShares(BasinChange change) ->
                    new Change(
                            code(of.against()),
                            of.earlier(),
                            "shares",
                            null,
                            null,
                            null,
                            change.good(),
                            change.worseThanV(),
                            code(change.extent()),
                            code(change.direction()),
                            null,
                            of.comparable(),
                            of.sections());
                case NotCompared(WaterChange.Reason reason) ->
                    new Change(
                            code(of.against()),
                            of.earlier(),
                            null,
                            code(reason),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            of.comparable(),
                            of.sections());
            };
        }
    }

    /**
     * How nutrient-rich a lake was.
     *
     * @param index null where {@code missing} or {@code open} names an indicator
     */
    record Lake(@Nullable BigDecimal index, @Nullable String grade, List<String> missing, List<String> open) {

        static Lake of(Trophic of) {
            var state = of.state();
            return new Lake(
                    state == null ? null : state.index(),
                    state == null ? null : code(state.grade()),
                    names(of.missing()),
                    names(of.open()));
        }
    }

    /** The water quality index of the district. */
    record City(
            @Nullable BigDecimal index,
            @Nullable BigDecimal percentOfYearBefore,
            List<String> missingInRivers,
            List<String> missingInLakes) {

        static City of(CityQuality of) {
            var index = of.index();
            return new City(
                    index == null ? null : index.value(),
                    of.percent(),
                    names(of.missingInRivers()),
                    names(of.missingInLakes()));
        }
    }

    static WaterJson of(WaterComparison of) {
        WaterAssessment now = of.now();
        return new WaterJson(
                now.water(),
                now.scope(),
                now.name(),
                now.period().text(),
                now.revision(),
                now.provisional(),
                now.method(),
                now.waterClass(),
                now.qualityLevel(),
                now.counts(),
                now.percent(now.good()),
                now.percent(now.worst()),
                now.mainPollutants(),
                now.withoutValue(),
                of.target().targetClass(),
                of.target().meets(),
                of.target().meeting(),
                of.target().judged(),
                of.changes().stream().map(Change::of).toList(),
                of.trophic() == null ? null : Lake.of(of.trophic()),
                of.city() == null ? null : City.of(of.city()));
    }

    private static List<String> names(List<Item> items) {
        return items.stream().map(Item::zh).toList();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
