package cn.bishui.monitoring.report;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import cn.bishui.monitoring.assessment.BaseValue;
import cn.bishui.monitoring.assessment.CompareSections;
import cn.bishui.monitoring.assessment.CompareWaters;
import cn.bishui.monitoring.assessment.Decline;
import cn.bishui.monitoring.assessment.Declines;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.Trend;
import cn.bishui.monitoring.assessment.WaterAssessment;
import cn.bishui.monitoring.assessment.WaterAssessments;
import cn.bishui.monitoring.assessment.WaterAssessments.Member;
import cn.bishui.monitoring.assessment.WaterComparison;
import cn.bishui.monitoring.blackodorous.BodyGradings;
import cn.bishui.monitoring.groundwater.WellAssessments;
import cn.bishui.monitoring.groundwater.WellAssessments.Well;
import cn.bishui.monitoring.report.Report.FullIndex;
import cn.bishui.monitoring.report.Report.Missing;
import cn.bishui.monitoring.report.Report.SectionTrend;
import cn.bishui.monitoring.source.SourceAssessment;
import cn.bishui.monitoring.source.SourceAssessments;
import cn.bishui.monitoring.source.SourceAssessments.Standing;
import cn.bishui.monitoring.source.SourceSettings;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.standards.drinkingwater.SourceJudgement;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.drinkingwater.Sources.Attainment;
import cn.bishui.standards.drinkingwater.Sources.Taken;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a report together from what is assessed. */
@Component
public class MakeReport {

    private final Assessments assessments;
    private final WaterAssessments waters;
    private final CompareSections compare;
    private final CompareWaters compareWaters;
    private final Declines declines;
    private final SourceAssessments sources;
    private final WellAssessments wells;
    private final BodyGradings gradings;
    private final PendingSamples pending;
    private final SourceSettings sourceSettings;
    private final Clock clock;
    private final Rules rules;

    MakeReport(
            Assessments assessments,
            WaterAssessments waters,
            CompareSections compare,
            CompareWaters compareWaters,
            Declines declines,
            SourceAssessments sources,
            WellAssessments wells,
            BodyGradings gradings,
            PendingSamples pending,
            SourceSettings sourceSettings,
            Clock clock,
            Rules rules) {
        this.assessments = assessments;
        this.waters = waters;
        this.compare = compare;
        this.compareWaters = compareWaters;
        this.declines = declines;
        this.sources = sources;
        this.wells = wells;
        this.gradings = gradings;
        this.pending = pending;
        this.sourceSettings = sourceSettings;
        this.clock = clock;
        this.rules = rules;
    }

    /** The report of a period as it is known now. */
    public Report of(Period period) {
        List<WaterComparison> of = compareWaters.of(period);
        List<Report.Source> bySource = sources(period);
        return new Report(
                period,
                compare.baseYear(),
                sections(period),
                of.stream()
                        .filter(each -> each.now().scope().equals(WaterAssessment.DISTRICT))
                        .findFirst()
                        .orElse(null),
                of.stream()
                        .filter(each -> !each.now().scope().equals(WaterAssessment.DISTRICT))
                        .toList(),
                period.span() == Period.Span.YEAR ? trends(period) : List.of(),
                bySource,
                attainment(period),
                wells(period),
                gradings.between(period.first(), period.last()));
    }

    /** Wells are sampled once or twice a year: only a year names those that were not. */
    private List<Well> wells(Period period) {
        return wells.wells(period.first(), period.last()).stream()
                .filter(each -> each.assessment() != null || period.span() == Period.Span.YEAR)
                .toList();
    }

    private List<Report.Section> sections(Period period) {
        Map<String, Assessment> before = bySite(period.before());
        Map<String, Assessment> yearBefore = bySite(period.yearBefore());
        Map<String, BaseValue> base = compare.bases();
        Map<String, Decline> declined =
                declines.of(period).stream().collect(Collectors.toMap(Decline::site, Function.identity()));
        Map<String, String> waiting = pending.between(period.first(), period.last());
        List<Report.Section> sections = new ArrayList<>();
        for (Member each : waters.members(WaterAssessment.DISTRICT, period)) {
            Assessment now = each.assessment();
            SectionChange change = now == null
                    ? null
                    : compare.of(
                                    each.name(),
                                    each.type() == null ? WaterType.RIVER : each.type(),
                                    now,
                                    before.get(each.site()),
                                    yearBefore.get(each.site()),
                                    base.get(each.site()))
                            .map(found -> found.changes().get(Against.BASE_YEAR))
                            .orElse(null);
            sections.add(new Report.Section(
                    each.site(),
                    each.name(),
                    now,
                    before.get(each.site()),
                    yearBefore.get(each.site()),
                    base.get(each.site()),
                    change == null ? null : change.keeping(),
                    change == null ? "" : change.why(),
                    declined.get(each.site()),
                    waiting.get(each.site())));
        }
        return sections;
    }

    /** Of each section in use; what rose or fell comes with the main items. */
    private List<SectionTrend> trends(Period year) {
        Map<String, List<Assessment>> years =
                assessments.years(year.last()).stream().collect(Collectors.groupingBy(Assessment::site));
        int least = SurfaceWater.on(year.last(), rules).rule("trend.periods").count();
        List<SectionTrend> trends = new ArrayList<>();
        for (Member each : waters.members(WaterAssessment.DISTRICT, year)) {
            List<Assessment> of = years.getOrDefault(each.site(), List.of());
            List<Trend> found =
                    Trend.ofYears(each.type() == null ? WaterType.RIVER : each.type(), of, year.last(), rules);
            List<String> usable = of.stream()
                    .filter(assessment ->
                            !assessment.provisional() && !assessment.found().isEmpty())
                    .map(assessment -> assessment.period().text())
                    .toList();
            trends.add(new SectionTrend(
                    each.site(),
                    each.name(),
                    usable,
                    least,
                    usable.size() < least
                            ? List.of()
                            : found.stream()
                                    .filter(trend -> trend.isMain() || trend.isSignificant())
                                    .toList()));
        }
        return trends;
    }

    private Map<String, Assessment> bySite(Period period) {
        return assessments.of(period).stream().collect(Collectors.toMap(Assessment::site, Function.identity()));
    }

    private List<Report.Source> sources(Period period) {
        Map<String, FullIndex> full = new LinkedHashMap<>();
        for (Standing each : sources.standing(Period.of(Year.of(period.first().getYear())))) {
            SourceAssessment found = each.assessment();
            if (found != null && found.withoutValue() == null) {
                full.put(
                        each.site(),
                        new FullIndex(
                                found.meets(), found.items(), found.missing().size()));
            }
        }
        Map<String, List<Standing>> months = new LinkedHashMap<>();
        Map<String, List<Period>> periods = new LinkedHashMap<>();
        Map<Period, Map<String, String>> waiting = new LinkedHashMap<>();
        for (YearMonth month : period.months()) {
            waiting.put(Period.of(month), pending.between(month.atDay(1), month.atEndOfMonth()));
            for (Standing each : sources.standing(Period.of(month))) {
                months.computeIfAbsent(each.site(), site -> new ArrayList<>()).add(each);
                periods.computeIfAbsent(each.site(), site -> new ArrayList<>()).add(Period.of(month));
            }
        }
        List<Report.Source> lines = new ArrayList<>();
        months.forEach((site, standing) ->
                lines.add(source(standing, periods.getOrDefault(site, List.of()), waiting, full.get(site))));
        return lines;
    }

    /** Whether a month is over for so long that it should have been sampled. */
    private boolean isDue(Period month) {
        LocalDate by = LocalDate.ofInstant(clock.instant().minus(sourceSettings.missingAfter()), clock.getZone());
        return month.last().isBefore(by);
    }

    private Report.Source source(
            List<Standing> standing,
            List<Period> periods,
            Map<Period, Map<String, String>> waiting,
            @Nullable FullIndex full) {
        int met = 0;
        int judged = 0;
        List<Missing> missing = new ArrayList<>();
        List<String> exceeded = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            SourceAssessment found = standing.get(i).assessment();
            String month = periods.get(i).text();
            if (found == null && !isDue(periods.get(i))) {
                continue;
            }
            if (found == null || found.withoutValue() != null) {
                String why = found == null ? null : found.withoutValue();
                if (why == null || why.equals(SourceAssessment.NOT_SAMPLED)) {
                    why = waiting.getOrDefault(periods.get(i), Map.of())
                            .getOrDefault(standing.get(i).site(), SourceAssessment.NOT_SAMPLED);
                }
                missing.add(new Missing(month, why));
                continue;
            }
            if (found.meets() != null) {
                judged++;
                met += found.meets() ? 1 : 0;
            }
            if (!found.exceeded().isEmpty()) {
                exceeded.add(month + " " + String.join("、", found.exceeded()));
            }
        }
        Standing first = standing.getFirst();
        return new Report.Source(
                first.site(),
                first.name(),
                first.sourceKind(),
                first.supplyPerDay(),
                met,
                judged,
                missing,
                exceeded,
                full);
    }

    /** By sources and by water, month by month: what a source gives a day times the days of the month. */
    private Attainment attainment(Period period) {
        List<Taken> taken = new ArrayList<>();
        for (YearMonth month : period.months()) {
            for (Standing each : sources.standing(Period.of(month))) {
                SourceAssessment found = each.assessment();
                if (found == null && !isDue(Period.of(month))) {
                    continue;
                }
                BigDecimal supply = each.supplyPerDay();
                taken.add(new Taken(
                        judgement(each, found),
                        supply == null ? BigDecimal.ZERO : supply.multiply(BigDecimal.valueOf(month.lengthOfMonth()))));
            }
        }
        return Sources.attainment(taken);
    }

    private static SourceJudgement judgement(Standing source, @Nullable SourceAssessment found) {
        Boolean meets = found == null ? null : found.meets();
        Verdict verdict = meets == null ? Verdict.NOT_JUDGED : meets ? Verdict.MEETS : Verdict.EXCEEDS;
        return new SourceJudgement(
                source.name(),
                source.sourceKind().equals("groundwater")
                        ? SourceJudgement.Kind.GROUNDWATER
                        : SourceJudgement.Kind.SURFACE,
                verdict,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
