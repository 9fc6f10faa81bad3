package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.PointResult.Month;
import cn.bishui.monitoring.drinking.PointResult.Over;
import cn.bishui.monitoring.drinking.QuarterSamples.Taken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.LimitedFindings;
import cn.bishui.monitoring.source.JudgedSource;
import cn.bishui.monitoring.source.SourceAssessment;
import cn.bishui.monitoring.source.SourceAssessments;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a quarter together from what each bureau released; a point of which nothing was released stays in it. */
@Component
public class AssembleQuarter {

    private final QuarterSamples samples;
    private final SourceAssessments assessments;
    private final Sites sites;
    private final LimitedFindings limitedFindings;
    private final Rules rules;

    AssembleQuarter(
            QuarterSamples samples,
            SourceAssessments assessments,
            Sites sites,
            LimitedFindings limitedFindings,
            Rules rules) {
        this.samples = samples;
        this.assessments = assessments;
        this.sites = sites;
        this.limitedFindings = limitedFindings;
        this.rules = rules;
    }

    /** The quarter as it is known now. */
    public DrinkingQuarter of(Period quarter) {
        Map<String, List<Taken>> taken =
                samples.released(quarter).stream().flatMap(this::limited).collect(Collectors.groupingBy(Taken::site));
        Map<String, Map<YearMonth, SourceAssessment>> assessed = new LinkedHashMap<>();
        for (YearMonth month : quarter.months()) {
            for (SourceAssessments.Standing each : assessments.standing(Period.of(month))) {
                SourceAssessment found = each.assessment();
                if (found != null) {
                    assessed.computeIfAbsent(each.site(), of -> new LinkedHashMap<>())
                            .put(month, found);
                }
            }
        }
        return new DrinkingQuarter(
                quarter,
                samples.inUse(quarter).stream()
                        .map(code -> {
                            Site site = sites.on(code, quarter.last())
                                    .or(() -> sites.find(code))
                                    .orElseThrow();
                            return result(
                                    site,
                                    taken.getOrDefault(code, List.of()),
                                    months(site, quarter, assessed.getOrDefault(code, Map.of())));
                        })
                        .toList());
    }

    /** Without what no standard limits, and nothing of a sample that has nothing else. */
    private Stream<Taken> limited(Taken taken) {
        Map<String, String> values = limitedFindings.of(taken.site(), taken.takenOn(), taken.values());
        return values.isEmpty() && !taken.values().isEmpty()
                ? Stream.empty()
                : Stream.of(new Taken(
                        taken.site(),
                        taken.number(),
                        taken.work(),
                        taken.takenOn(),
                        taken.condition(),
                        taken.releasedBy(),
                        values));
    }

    private PointResult result(Site site, List<Taken> taken, List<Month> months) {
        List<String> numbers = new ArrayList<>();
        Set<String> items = new HashSet<>();
        List<Over> exceeded = new ArrayList<>();
        LocalDate last = null;
        String without = taken.isEmpty() ? PointResult.NOT_REPORTED : null;
        int qualified = 0;
        int undecided = 0;
        for (Taken each : taken) {
            if (!each.condition().equals(Condition.NORMAL.code())) {
                without = each.condition();
                continue;
            }
            numbers.add(each.number() + "/" + each.work());
            last = each.takenOn();
            for (ItemJudgement judged : judged(site, each)) {
                items.add(judged.item().key());
                switch (judged.verdict()) {
                    case MEETS -> qualified++;
                    case EXCEEDS -> exceeded.add(over(each.takenOn(), judged));
                    case CANNOT_BE_JUDGED, NOT_JUDGED -> undecided++;
                }
            }
        }
        return new PointResult(
                site.code(),
                site.description().name(),
                site.description().kind().code(),
                site.description().bureau(),
                numbers,
                last,
                items.size(),
                qualified,
                exceeded.size(),
                undecided,
                exceeded,
                months,
                numbers.isEmpty() ? without : null,
                standard(site));
    }

    private List<ItemJudgement> judged(Site site, Taken taken) {
        Map<String, Measured> values = new LinkedHashMap<>();
        taken.values().forEach((item, found) -> values.put(item, Measured.parse(found)));
        return site.description().kind() == SiteKind.SOURCE
                ? JudgedSource.of(site, taken.takenOn(), values, rules)
                        .judgement()
                        .items()
                : SuppliedWater.judge(site, taken.takenOn(), values, rules).items();
    }

    private static Over over(LocalDate day, ItemJudgement judged) {
        Item item = judged.item();
        return new Over(
                item.key(),
                item.zh(),
                day,
                judged.measured().text(),
                item.unit().equals("1") || item.unit().equals("text") ? "" : item.unit(),
                judged.bound().text(),
                judged.multiple());
    }

    /** What the months said in which a source was in use; nothing of other points. */
    private static List<Month> months(Site site, Period quarter, Map<YearMonth, SourceAssessment> assessed) {
        if (site.description().kind() != SiteKind.SOURCE) {
            return List.of();
        }
        LocalDate from = site.validFrom();
        LocalDate to = site.validTo();
        return quarter.months().stream()
                .filter(month -> (from == null || !from.isAfter(month.atEndOfMonth()))
                        && (to == null || !to.isBefore(month.atDay(1))))
                .map(month -> month(month, assessed.get(month)))
                .toList();
    }

    private static Month month(YearMonth month, @Nullable SourceAssessment found) {
        return found == null
                ? new Month(month.toString(), null, SourceAssessment.NOT_SAMPLED)
                : new Month(month.toString(), found.meets(), found.withoutValue());
    }

    private static String standard(Site site) {
        if (site.description().kind() != SiteKind.SOURCE) {
            return SuppliedWater.STANDARD;
        }
        return JudgedSource.isGround(site) ? "GB/T 14848-2017" : "GB 3838-2002";
    }
}
